using Causum.Application.Worker;
using Causum.Domain.Queue;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// Keeps the group and this consumer in being. A consumer that has to be made a second time tells that the group or the stream was lost in between, even
/// when another instance was quicker to make the group again.
/// </summary>
internal sealed class GroupMembership(RedisQueueOptions options, ConnectionHealth health, ILogger logger)
{
    private readonly Signal lost = new();
    private bool joined;

    /// <summary>The low-water mark as it may be compared with entries.</summary>
    public Option<EntryId> Answered { get; private set; }

    /// <summary>Makes what is missing; called on every new connection and whenever the group turns out to be gone.</summary>
    public async Task EnsureAsync(IDatabase database)
    {
        await MakeGroupAsync(database);
        var made = await MakeConsumerAsync(database);
        if (joined && !made)
        {
            Answered = Watermark.BorneOut(Answered, EntryId.Parse(await database.StringGetAsync(options.Keys.LastAck)));
            return;
        }
        Answered = await ReadMarkAsync(database);
        if (joined)
            TellLost();
        joined = true;
    }

    public Task LostAsync(CancellationToken cancellationToken) => lost.WaitAsync(cancellationToken);

    /// <summary>The ID of the newest entry that the stream ever held; None where the user may not ask.</summary>
    public async Task<Option<EntryId>> LastGeneratedAsync(IDatabase database)
    {
        try
        {
            return EntryId.Parse((await database.StreamInfoAsync(options.Keys.Tasks)).LastGeneratedId);
        }
        catch (RedisServerException e) when (RedisFault.IsMissingRight(e))
        {
            health.Lacks(OptionalRight.Info, logger);
            return None;
        }
    }

    private void TellLost()
    {
        RedisLog.GroupMadeAgain(logger);
        lost.Raise();
    }

    private async Task MakeGroupAsync(IDatabase database)
    {
        try
        {
            await database.ExecuteAsync("XGROUP", "CREATE", options.Keys.Tasks, StreamKeys.Group, "0", "MKSTREAM");
        }
        catch (RedisServerException e) when (e.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // It is there already, as it should be.
        }
    }

    private async Task<bool> MakeConsumerAsync(IDatabase database) =>
        (long)
            await database.ExecuteAsync(
                "XGROUP",
                "CREATECONSUMER",
                options.Keys.Tasks,
                StreamKeys.Group,
                options.Instance
            ) == 1;

    private async Task<Option<EntryId>> ReadMarkAsync(IDatabase database)
    {
        var stored = EntryId.Parse(await database.StringGetAsync(options.Keys.LastAck));
        var lastGenerated = await LastGeneratedAsync(database);
        var trusted = lastGenerated.Bind(last => Watermark.Trusted(stored, last));
        if (trusted.IsNone && stored.Case is EntryId mark && lastGenerated.Case is EntryId last)
            RedisLog.MarkDropped(logger, mark.ToString(), last.ToString());
        return trusted;
    }
}
