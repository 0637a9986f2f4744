using System.Collections.Concurrent;
using Causum.Application.Ports;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// Takes entries from the group: own pending ones first, then those of the dead, then new ones by a blocking read on a connection of its own. What is being
/// worked on is held, and never handed out a second time.
/// </summary>
internal sealed class GroupReader(RedisLink link, PendingEntries pending, RedisQueueOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<EntryId, Unit> held = new();
    private Task<Option<RedisResult>>? reading;
    private int generation = -1;
    private bool ownDue;
    private long lookedAt;

    public void Release(EntryId entry) => held.TryRemove(entry, out _);

    public async Task<IReadOnlyList<QueueEntry>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        await SettleEarlierReadAsync(cancellationToken);
        while (true)
        {
            var taken = await NextAsync(count, cancellationToken);
            foreach (var entry in taken)
                held[entry.Id] = unit;
            if (taken.Count > 0)
                return taken;
        }
    }

    private async Task<IReadOnlyList<QueueEntry>> NextAsync(int count, CancellationToken cancellationToken)
    {
        if (generation != link.Generation)
        {
            // Start or a new connection: replies may have been lost, and the entries in them are pending for this instance.
            generation = link.Generation;
            ownDue = true;
        }
        if (ownDue)
        {
            var own = await pending.ClaimOwnAsync(held.ContainsKey, count, cancellationToken);
            if (own.Count > 0)
                return own;
            ownDue = false;
        }
        if (time.GetElapsedTime(lookedAt) >= options.Claims.LookEvery)
        {
            var dead = await pending.ClaimDeadAsync(held.ContainsKey, count, cancellationToken);
            if (dead.Count > 0)
                return dead;
            lookedAt = time.GetTimestamp();
        }
        return await ReadNewAsync(count, cancellationToken);
    }

    private async Task<IReadOnlyList<QueueEntry>> ReadNewAsync(int count, CancellationToken cancellationToken)
    {
        var block = Math.Max(1, (long)(options.Claims.LookEvery - time.GetElapsedTime(lookedAt)).TotalMilliseconds);
        reading = link.TryAsync(
            db =>
                db.ExecuteAsync(
                    "XREADGROUP",
                    "GROUP",
                    StreamKeys.Group,
                    options.Instance,
                    "COUNT",
                    count,
                    "BLOCK",
                    block,
                    "STREAMS",
                    options.Keys.Tasks,
                    ">"
                ),
            failures: 0,
            link.Lifetime
        );
        var reply = await reading.WaitAsync(cancellationToken);
        reading = null;
        return reply.Match(StreamReplies.Read, () => []);
    }

    // A read that the caller gave up on goes on at the server. What it brought is pending for this instance and is claimed as such.
    private async Task SettleEarlierReadAsync(CancellationToken cancellationToken)
    {
        if (reading is not { } earlier)
            return;
        await earlier.WaitAsync(cancellationToken);
        reading = null;
        ownDue = true;
    }
}
