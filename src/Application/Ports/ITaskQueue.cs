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

    /// <summary>
    /// The low-water mark as it was when the queue was opened or the group had to be made again (protocol §9), lowered where a failover rolled it back:
    /// entries at or below it were answered before.
    /// </summary>
    Option<EntryId> Answered { get; }

    /// <summary>Connects, makes the consumer group and reads where the stream stands.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Entries for this instance, at most <paramref name="count"/>: its own pending ones first, then those of consumers that died, then new ones. Waits until there is at least one. What a cancelled call would still have brought is handed back.</summary>
    Task<IReadOnlyList<QueueEntry>> TakeAsync(int count, CancellationToken cancellationToken);

    /// <summary>Entries added to the tasks stream since the connection was made, seen by each instance whatever the group does; entries that cannot be control messages are left out.</summary>
    IAsyncEnumerable<QueueEntry> TailAsync(CancellationToken cancellationToken);

    /// <summary>Result, acknowledgement and low-water mark in one atomic step, and only while this instance still owns the entry.</summary>
    Task<Settlement> SettleAsync(Claim claim, EncodedMessage result, CancellationToken cancellationToken);

    /// <summary>Acknowledges an entry that needs no answer (a control message, one already answered).</summary>
    Task AcknowledgeAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>What has become of a result that this instance published as the answer to an entry.</summary>
    Task<ResultStanding> StandingAsync(EntryId entry, EntryId result, CancellationToken cancellationToken);

    /// <summary>Keeps entries that are being worked on from being claimed by another instance.</summary>
    Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken);

    /// <summary>Tells that another process uses this instance's ID, or does so no more: what is pending under the name may then be in work there, and is left alone until its claim ends.</summary>
    void ShareName(bool shared);

    /// <summary>The heartbeats of all instances that came since the last call, from the first message of this process on.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> HeartbeatsAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the streams were lost and had to be made again since the last call: the control plane may not know this instance any more.</summary>
    Task LostAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the connection was made anew since the last call: what was published before may be lost by a failover.</summary>
    Task ReconnectedAsync(CancellationToken cancellationToken);

    Task PublishAsync(EncodedMessage message, CancellationToken cancellationToken);

    Task<Backlog> BacklogAsync(CancellationToken cancellationToken);

    /// <summary>Hands back what was taken and not settled, so that others need not wait for this instance to count as dead, and takes it out of the group if nothing is pending for it.</summary>
    Task LeaveAsync(CancellationToken cancellationToken);
}

/// <summary>An entry of the tasks stream as it was read.</summary>
/// <param name="Type">The <c>type</c> field, if there is one.</param>
/// <param name="Data">The <c>data</c> field as bytes, if there is one; not yet checked.</param>
/// <param name="DeliveryCount">1 at the first delivery; a guess where Redis did not tell.</param>
/// <param name="Claim">What the entry is settled with.</param>
public sealed record QueueEntry(
    EntryId Id,
    Option<string> Type,
    Option<ReadOnlyMemory<byte>> Data,
    int DeliveryCount,
    Claim Claim
)
{
    /// <summary>Where the queue told how often the entry was delivered.</summary>
    public static QueueEntry Numbered(
        EntryId id,
        Option<string> type,
        Option<ReadOnlyMemory<byte>> data,
        int deliveries
    ) => new(id, type, data, deliveries, new Claim(id, deliveries));
}
