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
    private readonly PendingList list = new(link, options);

    /// <summary>Entries pending for this very consumer that it does not hold: from before a restart, or in a reply that was lost.</summary>
    /// <param name="idle">Only those idle for so long.</param>
    public async Task<IReadOnlyList<QueueEntry>> ClaimOwnAsync(
        Func<EntryId, bool> held,
        TimeSpan idle,
        int count,
        CancellationToken cancellationToken
    )
    {
        var from = "-";
        while (true)
        {
            var listed = await list.ReadAsync(from, "+", idle, options.Instance, Page, cancellationToken);
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
            var claim = await list.ClaimAsync(wanted, idle, cancellationToken);
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
        TimeSpan idle,
        int count,
        CancellationToken cancellationToken
    )
    {
        var claimed = new List<StreamEntry>();
        RedisValue from = "0-0";
        do
        {
            var step = await link.RunIfAllowedAsync(
                OptionalRight.AutoClaim,
                db =>
                    db.StreamAutoClaimAsync(
                        options.Keys.Tasks,
                        StreamKeys.Group,
                        options.Instance,
                        (long)idle.TotalMilliseconds,
                        from,
                        count - claimed.Count
                    ),
                cancellationToken
            );
            if (step.Case is not StreamAutoClaimResult result)
                return await ClaimDeadByListAsync(held, idle, count, cancellationToken);
            CountTrimmed(result.DeletedIds.Length);
            claimed.AddRange(result.ClaimedEntries);
            from = result.NextStartId;
        } while (claimed.Count < count && from != "0-0");
        return await WithDeliveriesAsync(claimed, held, cancellationToken);
    }

    private async Task<IReadOnlyList<QueueEntry>> ClaimDeadByListAsync(
        Func<EntryId, bool> held,
        TimeSpan idle,
        int count,
        CancellationToken cancellationToken
    )
    {
        var listed = await list.ReadAsync("-", "+", idle, RedisValue.Null, Page, cancellationToken);
        var wanted = listed.IfNone([]).Where(entry => !held(entry.Id)).Take(count).ToList();
        if (wanted.Count == 0)
            return [];
        var claimed = await list.ClaimAsync(wanted, idle, cancellationToken);
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
            var wanted = PendingList
                .Identified(read.Where(entry => entry.Values.Length > 0))
                .Where(entry => !held(entry.Id))
                .Take(count)
                .ToList();
            if (wanted.Count > 0 || read.Length < Page)
                return [.. wanted.Select(entry => StreamReplies.Entry(entry.Id, entry.Entry, None))];
            from = read[^1].Id;
        }
    }

    private async Task<IReadOnlyList<QueueEntry>> WithDeliveriesAsync(
        List<StreamEntry> claimed,
        Func<EntryId, bool> held,
        CancellationToken cancellationToken
    )
    {
        var entries = PendingList
            .Identified(claimed)
            .Where(entry => !held(entry.Id))
            .OrderBy(entry => entry.Id)
            .ToList();
        if (entries.Count == 0)
            return [];
        var (first, last) = (entries[0].Id.ToString(), entries[^1].Id.ToString());
        var listed = await list.ReadAsync(first, last, TimeSpan.Zero, options.Instance, Page, cancellationToken);
        var deliveries = toHashMap(listed.IfNone([]).Select(entry => (entry.Id, entry.Deliveries)));
        RedisLog.Claimed(logger, entries.Count);
        return [.. entries.Select(e => StreamReplies.Entry(e.Id, e.Entry, deliveries.Find(e.Id)))];
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
}
