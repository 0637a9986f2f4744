using Causum.Domain.Messages;

namespace Causum.Domain.Queue;

/// <summary>
/// Whether another process uses the identity of this one: a copied state directory, a cloned machine, one ID set twice (faults.md 27). Seen by a heartbeat
/// under the own name that this process did not send, or by an entry that was taken from it under its own name.
/// </summary>
/// <param name="Seen">When it was last seen, by the monotonic clock.</param>
public sealed record NamesakeWatch(Option<TimeSpan> Seen)
{
    public const string Sentence =
        "another process uses the same instance ID; give each process a state directory or AGENT_INSTANCE_ID of its own, "
        + "or run agent identity --reset on a copied machine";

    public static readonly NamesakeWatch Nobody = new(None);

    public static NamesakeWatch SeenAt(TimeSpan now) => new(now);

    /// <summary>True until two heartbeats' time has passed without a sign.</summary>
    public bool IsShared(TimeSpan now, TimeSpan heartbeatInterval) =>
        Seen.Exists(at => now - at < heartbeatInterval * 2);

    /// <summary>The state of the queue as it is told while the identity is shared: it works, but not as it should.</summary>
    public static ComponentState Told(ComponentState queue, bool shared) =>
        shared && queue.Error.IsNone && queue.Status == ComponentStatus.Ok
            ? queue with
            {
                Status = ComponentStatus.Degraded,
                Error = Sentence,
            }
            : queue;
}
