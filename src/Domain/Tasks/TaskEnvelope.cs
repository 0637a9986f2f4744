namespace Causum.Domain.Tasks;

/// <summary>A task as it was asked for.</summary>
/// <param name="CreatedAt">By the control plane's clock; absent: the entry's own time counts.</param>
/// <param name="Timeout">Already bounded by the agent's limits or absent.</param>
/// <param name="TraceParent">W3C trace context, passed back unchanged.</param>
public sealed record TaskEnvelope(
    TaskId Id,
    TaskPayload Payload,
    Option<DateTimeOffset> CreatedAt,
    Option<DateTimeOffset> ExpiresAt,
    Option<TimeSpan> Timeout,
    Option<string> TraceParent
);
