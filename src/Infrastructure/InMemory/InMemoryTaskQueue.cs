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
    public Task<ResultStanding> StandingAsync(EntryId result, CancellationToken cancellationToken) =>
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

    public Task PublishAsync(EncodedMessage message, CancellationToken cancellationToken)
    {
        broker.Publish(message);
        return Task.CompletedTask;
    }

    public Task<Backlog> BacklogAsync(CancellationToken cancellationToken) => Task.FromResult(broker.Tasks.Backlog());

    public Task LeaveAsync(CancellationToken cancellationToken)
    {
        broker.Tasks.Leave(instanceId);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<QueueEntry> TakeNow(int count)
    {
        var holding = held.Keys.ToHashSet();
        if (!ownClaimed)
        {
            var own = broker.Tasks.ClaimOwn(instanceId, holding, count);
            if (own.Count > 0)
                return own;
            ownClaimed = true;
        }
        if (broker.Time.GetElapsedTime(lookedAt) >= claims.LookEvery)
        {
            var idle = broker.Tasks.ClaimIdle(instanceId, holding, claims.Idle, count);
            if (idle.Count > 0)
                return idle;
            lookedAt = broker.Time.GetTimestamp();
        }
        return broker.Tasks.ReadNew(instanceId, count);
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
