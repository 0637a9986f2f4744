using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Queue;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Takes up entries that were delivered before and not answered.</summary>
internal sealed class PendingEntries(RedisLink link, RedisQueueOptions options, Metrics metrics, ILogger logger)
{
    private const int Page = 100;

    /// <summary>Where the user may not ask how often an entry was delivered, it counts as the second time.</summary>
    private const int DeliveredAgain = 2;

    /// <summary>Entries pending for this very consumer that it does not hold: from before a restart, or in a reply that was lost.</summary>
    public async Task<IReadOnlyList<QueueEntry>> ClaimOwnAsync(
        Func<EntryId, bool> held,
        int count,
        CancellationToken cancellationToken
    )
    {
        var from = "-";
        while (true)
        {
            var listed = await ListAsync(from, "+", TimeSpan.Zero, options.Instance, Page, cancellationToken);
            if (listed.Case is not IReadOnlyList<PendingEntry> page)
                return await ReadHistoryAsync(held, count, cancellationToken);
            var wanted = page.Where(entry => !held(entry.Id)).Take(count).ToList();
            if (wanted.Count == 0)
            {
                if (page.Count < Page)
                    return [];
                from = $"({page[^1].Id}";
                continue;
            }
            var claim = await ClaimAsync(wanted, TimeSpan.Zero, cancellationToken);
            if (claim.Case is not IReadOnlyList<QueueEntry> claimed)
                return await ReadHistoryAsync(held, count, cancellationToken);
            await DropTrimmedAsync(wanted.Select(w => w.Id).Except(claimed.Select(c => c.Id)), cancellationToken);
            if (claimed.Count > 0)
                return claimed;
        }
    }

    /// <summary>Entries that were idle for so long that their consumer must be dead.</summary>
    public async Task<IReadOnlyList<QueueEntry>> ClaimDeadAsync(
        Func<EntryId, bool> held,
        int count,
        CancellationToken cancellationToken
    )
    {
        var claimed = new List<StreamEntry>();
        RedisValue from = "0-0";
        do
        {
            var idle = (long)options.Claims.Idle.TotalMilliseconds;
            var step = await link.RunIfAllowedAsync(
                "XAUTOCLAIM",
                "XPENDING and XCLAIM are used instead",
                db =>
                    db.StreamAutoClaimAsync(
                        options.Keys.Tasks,
                        StreamKeys.Group,
                        options.Instance,
                        idle,
                        from,
                        count - claimed.Count
                    ),
                cancellationToken
            );
            if (step.Case is not StreamAutoClaimResult result)
                return await ClaimDeadByListAsync(held, count, cancellationToken);
            CountTrimmed(result.DeletedIds.Length);
            claimed.AddRange(result.ClaimedEntries);
            from = result.NextStartId;
        } while (claimed.Count < count && from != "0-0");
        return await WithDeliveriesAsync(claimed, held, cancellationToken);
    }

    private async Task<IReadOnlyList<QueueEntry>> ClaimDeadByListAsync(
        Func<EntryId, bool> held,
        int count,
        CancellationToken cancellationToken
    )
    {
        var listed = await ListAsync("-", "+", options.Claims.Idle, RedisValue.Null, Page, cancellationToken);
        var wanted = listed.IfNone([]).Where(entry => !held(entry.Id)).Take(count).ToList();
        if (wanted.Count == 0)
            return [];
        var claimed = await ClaimAsync(wanted, options.Claims.Idle, cancellationToken);
        return claimed.IfNone([]);
    }

    // For a user without XPENDING or XCLAIM: the own history by XREADGROUP, which does not say how often an entry was delivered.
    private async Task<IReadOnlyList<QueueEntry>> ReadHistoryAsync(
        Func<EntryId, bool> held,
        int count,
        CancellationToken cancellationToken
    )
    {
        RedisValue from = "0-0";
        while (true)
        {
            var read = await link.RunAsync(
                db => db.StreamReadGroupAsync(options.Keys.Tasks, StreamKeys.Group, options.Instance, from, Page),
                cancellationToken
            );
            var wanted = Identified(read.Where(entry => entry.Values.Length > 0))
                .Where(entry => !held(entry.Id))
                .Take(count)
                .ToList();
            if (wanted.Count > 0 || read.Length < Page)
                return [.. wanted.Select(entry => StreamReplies.Entry(entry.Id, entry.Entry, DeliveredAgain))];
            from = read[^1].Id;
        }
    }

    private async Task<IReadOnlyList<QueueEntry>> WithDeliveriesAsync(
        List<StreamEntry> claimed,
        Func<EntryId, bool> held,
        CancellationToken cancellationToken
    )
    {
        var entries = Identified(claimed).Where(entry => !held(entry.Id)).OrderBy(entry => entry.Id).ToList();
        if (entries.Count == 0)
            return [];
        var (first, last) = (entries[0].Id.ToString(), entries[^1].Id.ToString());
        var listed = await ListAsync(first, last, TimeSpan.Zero, options.Instance, Page, cancellationToken);
        var deliveries = listed.IfNone([]).ToDictionary(entry => entry.Id, entry => entry.Deliveries);
        RedisLog.Claimed(logger, entries.Count);
        return
        [
            .. entries.Select(e =>
                StreamReplies.Entry(e.Id, e.Entry, deliveries.GetValueOrDefault(e.Id, DeliveredAgain))
            ),
        ];
    }

    private async Task<Option<IReadOnlyList<QueueEntry>>> ClaimAsync(
        List<PendingEntry> wanted,
        TimeSpan idle,
        CancellationToken cancellationToken
    )
    {
        var claimed = await link.RunIfAllowedAsync(
            "XCLAIM",
            "work of dead instances and from before a restart is not taken up",
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

    private async Task<Option<IReadOnlyList<PendingEntry>>> ListAsync(
        string from,
        string to,
        TimeSpan idle,
        RedisValue consumer,
        int count,
        CancellationToken cancellationToken
    )
    {
        var listed = await link.RunIfAllowedAsync(
            "XPENDING",
            "work from before a restart is taken up late, and deliveries are counted roughly",
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

    private async Task DropTrimmedAsync(IEnumerable<EntryId> gone, CancellationToken cancellationToken)
    {
        var ids = gone.Select(id => (RedisValue)id.ToString()).ToArray();
        if (ids.Length == 0)
            return;
        await link.RunAsync(
            db => db.StreamAcknowledgeAsync(options.Keys.Tasks, StreamKeys.Group, ids),
            cancellationToken
        );
        CountTrimmed(ids.Length);
    }

    private void CountTrimmed(int count)
    {
        if (count == 0)
            return;
        metrics.Count("tasks_lost_by_trim", count);
        RedisLog.LostByTrim(logger, count);
    }

    private static IEnumerable<(EntryId Id, StreamEntry Entry)> Identified(IEnumerable<StreamEntry> entries) =>
        from entry in entries
        where !entry.IsNull
        from id in EntryId.Parse(entry.Id).ToSeq()
        select (id, entry);

    private sealed record PendingEntry(EntryId Id, int Deliveries);
}
