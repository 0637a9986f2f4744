using System.Runtime.CompilerServices;
using Causum.Application.Ports;
using Causum.Domain.Queue;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Infrastructure.Redis;

/// <summary>Reads the tasks stream without the group, from the entry that was last when the agent came, on a connection of its own.</summary>
internal sealed class StreamTail(RedisLink link, GroupMembership group, RedisQueueOptions options)
{
    private const int Batch = 64;
    private const int BlockMilliseconds = 10_000;
    private string? from;

    /// <summary>Fixes the place to begin at.</summary>
    public async Task BeginAsync(IDatabase database)
    {
        var last = await group.LastGeneratedAsync(database);
        // Without the right to ask, the first read begins at whatever is last by then.
        from = last.Match(id => id.ToString(), () => "$");
    }

    public async IAsyncEnumerable<QueueEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var generation = link.Generation;
        while (true)
        {
            var reply = await link.TryAsync(
                db =>
                    db.ExecuteAsync(
                        "XREAD",
                        "COUNT",
                        Batch,
                        "BLOCK",
                        BlockMilliseconds,
                        "STREAMS",
                        options.Keys.Tasks,
                        from ?? "$"
                    ),
                failures: 0,
                cancellationToken
            );
            if (generation != link.Generation)
            {
                generation = link.Generation;
                await RestartIfRolledBackAsync(cancellationToken);
            }
            foreach (var entry in reply.Match(StreamReplies.Read, () => []))
            {
                from = entry.Id.ToString();
                if (ControlMessages.MayBe(entry.Type, entry.Data))
                    yield return entry;
            }
        }
    }

    // A stream that is younger than the place reached was lost and begun anew: all of it is new to this instance.
    private async Task RestartIfRolledBackAsync(CancellationToken cancellationToken)
    {
        var last = await link.RunAsync(group.LastGeneratedAsync, cancellationToken);
        if (EntryId.Parse(from).Exists(reached => last.Exists(id => id < reached)))
            from = EntryId.Zero.ToString();
    }
}
