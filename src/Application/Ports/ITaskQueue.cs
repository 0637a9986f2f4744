using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;

namespace Causum.Application.Ports;

/// <summary>
/// The agent's side of the three streams (protocol §2, §3, §6). At least once, never lost. Every call waits and reconnects for as long as the queue is
/// away, so that callers see an outage only as time; only cancellation ends a wait.
/// </summary>
public interface ITaskQueue : IAsyncDisposable
{
    /// <summary>The state of the connection as it is now, for heartbeat and health.</summary>
    ComponentState State { get; }

    /// <summary>The time by the queue's own clock, carried on by a monotonic one: age limits must not follow this machine's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The low-water mark as it was when the connection was opened or the group had to be made again: entries at or below it were answered before (protocol §9).</summary>
    Option<EntryId> Answered { get; }

    /// <summary>Connects, makes the consumer group and reads where the stream stands.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Entries for this instance, at most <paramref name="count"/>: its own pending ones first, then those of consumers that died, then new ones. Waits until there is at least one.</summary>
    Task<IReadOnlyList<QueueEntry>> TakeAsync(int count, CancellationToken cancellationToken);

    /// <summary>Entries added to the tasks stream since the connection was made, seen by each instance whatever the group does; entries that cannot be control messages are left out.</summary>
    IAsyncEnumerable<QueueEntry> TailAsync(CancellationToken cancellationToken);

    /// <summary>Result, acknowledgement and low-water mark in one atomic step, and only while this instance still owns the entry.</summary>
    Task<Settlement> SettleAsync(EntryId entry, EncodedMessage result, CancellationToken cancellationToken);

    /// <summary>Acknowledges an entry that needs no answer (a control message, one already answered).</summary>
    Task AcknowledgeAsync(EntryId entry, CancellationToken cancellationToken);

    /// <summary>Keeps entries that are being worked on from being claimed by another instance.</summary>
    Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken);

    /// <summary>Completes when the streams were lost and had to be made again since the last call: the control plane may not know this instance any more.</summary>
    Task LostAsync(CancellationToken cancellationToken);

    Task PublishAsync(EncodedMessage message, CancellationToken cancellationToken);

    Task<Backlog> BacklogAsync(CancellationToken cancellationToken);

    /// <summary>Takes this instance out of the group if nothing is pending for it.</summary>
    Task LeaveAsync(CancellationToken cancellationToken);
}

/// <summary>An entry of the tasks stream as it was read.</summary>
/// <param name="Type">The <c>type</c> field, if there is one.</param>
/// <param name="Data">The <c>data</c> field as bytes, if there is one; not yet checked.</param>
/// <param name="DeliveryCount">1 at the first delivery.</param>
public sealed record QueueEntry(EntryId Id, Option<string> Type, Option<ReadOnlyMemory<byte>> Data, int DeliveryCount);

/// <summary>What became of a result.</summary>
public enum Settlement
{
    Published,

    /// <summary>Another instance owns the entry now; nothing was written.</summary>
    Fenced,
}
