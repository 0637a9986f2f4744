using Causum.Domain.Queue;

namespace Causum.Infrastructure.Redis;

/// <summary>Reads the heartbeats of all instances as they come, a page at each look, from the first heartbeat of this process on.</summary>
internal sealed class HeartbeatReader(RedisLink link, RedisQueueOptions options)
{
    /// <summary>Above what a hundred instances say between two looks.</summary>
    private const int Page = 500;

    private EntryId from;

    /// <summary>Where the reading begins: called with the place of every message of this process in the stream.</summary>
    public void Published(EntryId message)
    {
        if (from == EntryId.Zero)
            from = message;
    }

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(CancellationToken cancellationToken)
    {
        if (from == EntryId.Zero)
            return [];
        var start = from.ToString();
        var reply = await link.RunAsync(
            db => db.ExecuteAsync("XREAD", "COUNT", Page, "STREAMS", options.Keys.Telemetry, start),
            cancellationToken
        );
        var read = StreamReplies.Read(reply);
        if (read.Count > 0)
            from = read[^1].Id;
        return [.. read.Where(entry => entry.Type == "heartbeat").SelectMany(entry => entry.Data.ToSeq())];
    }
}
