using Causum.Application.Ports;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>The group's list of entries that were delivered and not acknowledged. None wherever the user lacks the right.</summary>
internal sealed class PendingList(RedisLink link, RedisQueueOptions options)
{
    /// <param name="consumer">Null: of every consumer.</param>
    public async Task<Option<IReadOnlyList<PendingEntry>>> ReadAsync(
        string from,
        string to,
        TimeSpan idle,
        RedisValue consumer,
        int count,
        CancellationToken cancellationToken
    )
    {
        var listed = await link.RunIfAllowedAsync(
            OptionalRight.Pending,
            db =>
                db.StreamPendingMessagesAsync(
                    options.Keys.Tasks,
                    StreamKeys.Group,
                    count,
                    consumer,
                    from,
                    to,
                    idle > TimeSpan.Zero ? (long)idle.TotalMilliseconds : null
                ),
            cancellationToken
        );
        return listed.Map<IReadOnlyList<PendingEntry>>(entries =>
            [
                .. entries.SelectMany(p =>
                    EntryId.Parse(p.MessageId).Map(id => new PendingEntry(id, p.DeliveryCount)).ToSeq()
                ),
            ]
        );
    }

    /// <summary>Makes entries this consumer's if they were idle for so long; those whose message is gone are left out.</summary>
    public async Task<Option<IReadOnlyList<QueueEntry>>> ClaimAsync(
        List<PendingEntry> wanted,
        TimeSpan idle,
        CancellationToken cancellationToken
    )
    {
        var claimed = await link.RunIfAllowedAsync(
            OptionalRight.Claim,
            db =>
                db.StreamClaimAsync(
                    options.Keys.Tasks,
                    StreamKeys.Group,
                    options.Instance,
                    (long)idle.TotalMilliseconds,
                    [.. wanted.Select(entry => (RedisValue)entry.Id.ToString())]
                ),
            cancellationToken
        );
        var deliveries = wanted.ToDictionary(entry => entry.Id, entry => entry.Deliveries + 1);
        return claimed.Map<IReadOnlyList<QueueEntry>>(entries =>
            [
                .. Identified(entries)
                    .Select(entry => StreamReplies.Entry(entry.Id, entry.Entry, deliveries[entry.Id]))
                    .OrderBy(entry => entry.Id),
            ]
        );
    }

    public static IEnumerable<(EntryId Id, StreamEntry Entry)> Identified(IEnumerable<StreamEntry> entries) =>
        from entry in entries
        where !entry.IsNull
        from id in EntryId.Parse(entry.Id).ToSeq()
        select (id, entry);
}

/// <param name="Deliveries">How often it was delivered so far.</param>
internal sealed record PendingEntry(EntryId Id, int Deliveries);
