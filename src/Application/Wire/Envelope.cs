namespace Causum.Application.Wire;

/// <summary>Who says it and when: the fields that every message of the agent carries beside its own.</summary>
public sealed record Envelope(string AgentKey, string InstanceId, DateTimeOffset Timestamp);
