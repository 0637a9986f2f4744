using System.Collections.Concurrent;
using Causum.Application.Ports;
using Causum.Domain.Queue;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// Takes entries from the group: own pending ones first, then those of the dead, then new ones by a blocking read on a connection of its own. What is being
/// worked on is held, and never handed out a second time.
/// </summary>
internal sealed class GroupReader(
    RedisLink link,
    PendingEntries pending,
    BlockedRead blocked,
    Func<IReadOnlyCollection<EntryId>, CancellationToken, Task> handBack,
    RedisQueueOptions options,
    TimeProvider time,
    ILogger logger
)
{
    private readonly ConcurrentDictionary<EntryId, Unit> held = new();
    private Task settling = Task.CompletedTask;
    private int generation = -1;
    private bool ownDue;
    private long lookedAt;

    public void Release(EntryId entry) => held.TryRemove(entry, out _);

    /// <summary>What was handed out and not released.</summary>
    public IReadOnlyCollection<EntryId> Held => [.. held.Keys];

    /// <summary>Another process goes by the same name: what is pending for it may be in work there.</summary>
    public bool NameShared { get; set; }

    /// <summary>Completes when a read that its caller gave up has ended, and what it brought is handed back.</summary>
    public Task SettledAsync(CancellationToken cancellationToken) => settling.WaitAsync(cancellationToken);

    public async Task<IReadOnlyList<QueueEntry>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        await SettledAsync(cancellationToken);
        while (true)
        {
            var taking = NextAsync(count, cancellationToken);
            IReadOnlyList<QueueEntry> taken;
            try
            {
                taken = await taking.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                settling = HandBackAsync(taking);
                throw;
            }
            // A group that was made again hands out what is in work here once more.
            var fresh = taken.Where(entry => held.TryAdd(entry.Id, unit)).ToList();
            if (fresh.Count > 0)
                return fresh;
        }
    }

    /// <param name="givenUp">The caller waits no longer. What is under way at the server goes on, but nothing new begins.</param>
    private async Task<IReadOnlyList<QueueEntry>> NextAsync(int count, CancellationToken givenUp)
    {
        if (generation != link.Generation)
        {
            // Start or a new connection: replies may have been lost, and the entries in them are pending for this instance.
            generation = link.Generation;
            ownDue = true;
        }
        while (true)
        {
            var step = options.Claims.Next(ownDue, NameShared, time.GetElapsedTime(lookedAt));
            if (step is IntakeStep.New)
                return givenUp.IsCancellationRequested ? [] : await CarryOutAsync(step, count);
            var taken = await CarryOutAsync(step, count);
            if (taken.Count > 0)
                return taken;
            if (step is IntakeStep.Own)
                ownDue = false;
            else
                lookedAt = time.GetTimestamp();
        }
    }

    private Task<IReadOnlyList<QueueEntry>> CarryOutAsync(IntakeStep step, int count) =>
        step.Match(
            own: s => pending.ClaimOwnAsync(held.ContainsKey, s.Idle, count, link.Lifetime),
            dead: s => pending.ClaimDeadAsync(held.ContainsKey, s.Idle, count, link.Lifetime),
            fresh: s => ReadNewAsync(s.AtMost, count)
        );

    private async Task<IReadOnlyList<QueueEntry>> ReadNewAsync(TimeSpan atMost, int count)
    {
        // Zero would wait for ever.
        var block = Math.Max(1, (long)atMost.TotalMilliseconds);
        var reply = await link.TryAsync(
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
        return reply.Match(StreamReplies.Read, () => []);
    }

    // A take that the caller gave up goes on at the server. What it still brings would be pending for this instance and nobody would work on it.
    private async Task HandBackAsync(Task<IReadOnlyList<QueueEntry>> taking)
    {
        try
        {
            await blocked.EndAsync(taking, link.Lifetime);
            var brought = await taking;
            ownDue = true;
            if (brought.Count == 0)
                return;
            await handBack([.. brought.Select(entry => entry.Id)], link.Lifetime);
            RedisLog.HandedBack(logger, brought.Count);
        }
        catch (OperationCanceledException)
        {
            // The link is closed.
        }
    }
}
