using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;

namespace Causum.Infrastructure.InMemory;

/// <summary>One agent instance at an <see cref="InMemoryBroker"/>.</summary>
internal sealed class InMemoryTaskQueue(InMemoryBroker broker, string instanceId, ClaimTiming claims) : ITaskQueue
{
    private const int TailBatch = 64;
    private readonly ConcurrentDictionary<EntryId, Unit> held = new();
    private EntryId tailFrom;
    private bool ownClaimed;
    private long lookedAt;
    private int heartbeatsRead = broker.Telemetry.Count;

    public ComponentState State => new(ComponentStatus.Ok, broker.Time.GetUtcNow(), TimeSpan.Zero, None);

    public DateTimeOffset Now => broker.Time.GetUtcNow();

    public Option<EntryId> Answered { get; private set; }

    public Task OpenAsync(CancellationToken cancellationToken)
    {
        broker.Tasks.Join(instanceId);
        tailFrom = broker.Tasks.LastGenerated;
        Answered = broker.LastAck;
        lookedAt = broker.Time.GetTimestamp();
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<QueueEntry>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var added = broker.Tasks.Added;
            var taken = TakeNow(count);
            if (taken.Count > 0)
            {
                foreach (var entry in taken)
                    held[entry.Id] = unit;
                return taken;
            }
            await WaitAsync(added, cancellationToken);
        }
    }

    public async IAsyncEnumerable<QueueEntry> TailAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var from = tailFrom; ; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var added = broker.Tasks.Added;
            var read = broker.Tasks.ReadAfter(from, TailBatch);
            foreach (var entry in read.Where(e => ControlMessages.MayBe(e.Type, e.Data)))
                yield return entry;
            if (read.Count == 0)
                await added.WaitAsync(cancellationToken);
            else
                from = read[^1].Id;
        }
    }

    public Task<Settlement> SettleAsync(Claim claim, EncodedMessage result, CancellationToken cancellationToken)
    {
        var settlement = broker.Tasks.Settle(instanceId, claim, () => broker.Publish(result));
        held.TryRemove(claim.Entry, out _);
        return Task.FromResult(settlement);
    }

    public Task AcknowledgeAsync(Claim claim, CancellationToken cancellationToken)
    {
        broker.Tasks.Settle(instanceId, claim, static () => None);
        held.TryRemove(claim.Entry, out _);
        return Task.CompletedTask;
    }

    /// <summary>Nothing is lost or removed while the process lives.</summary>
    public Task<ResultStanding> StandingAsync(EntryId entry, EntryId result, CancellationToken cancellationToken) =>
        Task.FromResult(ResultStanding.Present);

    public Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken)
    {
        broker.Tasks.Renew(instanceId, entries);
        return Task.CompletedTask;
    }

    /// <summary>Nothing is lost while the process lives.</summary>
    public Task LostAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>There is no connection that could break.</summary>
    public Task ReconnectedAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Own pending entries are taken up at the start alone, before another process can be known.</summary>
    public void ShareName(bool shared) { }

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> HeartbeatsAsync(CancellationToken cancellationToken)
    {
        var all = broker.Telemetry;
        IReadOnlyList<ReadOnlyMemory<byte>> fresh =
        [
            .. all.Skip(heartbeatsRead).Where(message => message.Type == "heartbeat").Select(message => message.Data),
        ];
        heartbeatsRead = all.Count;
        return Task.FromResult(fresh);
    }

    public Task PublishAsync(EncodedMessage message, CancellationToken cancellationToken)
    {
        broker.Publish(message);
        return Task.CompletedTask;
    }

    public Task<Backlog> BacklogAsync(CancellationToken cancellationToken) => Task.FromResult(broker.Tasks.Backlog());

    public Task LeaveAsync(CancellationToken cancellationToken)
    {
        broker.Tasks.HandBack(instanceId, held.Keys);
        broker.Tasks.Leave(instanceId);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<QueueEntry> TakeNow(int count)
    {
        var holding = held.Keys.ToHashSet();
        while (true)
        {
            var step = claims.Next(!ownClaimed, nameShared: false, broker.Time.GetElapsedTime(lookedAt));
            var taken = step.Match(
                own: _ => broker.Tasks.ClaimOwn(instanceId, holding, count),
                dead: s => broker.Tasks.ClaimIdle(instanceId, holding, s.Idle, count),
                fresh: _ => broker.Tasks.ReadNew(instanceId, count)
            );
            if (taken.Count > 0 || step is IntakeStep.New)
                return taken;
            if (step is IntakeStep.Own)
                ownClaimed = true;
            else
                lookedAt = broker.Time.GetTimestamp();
        }
    }

    private async Task WaitAsync(Task added, CancellationToken cancellationToken)
    {
        using var looked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var untilLook = claims.LookEvery - broker.Time.GetElapsedTime(lookedAt);
        var look = Task.Delay(untilLook > TimeSpan.Zero ? untilLook : TimeSpan.Zero, broker.Time, looked.Token);
        await Task.WhenAny(added, look);
        await looked.CancelAsync();
    }
}
