using Causum.Domain.Messages;

namespace Causum.Application.Worker;

/// <summary>What this process tells of itself at registration; the host fills it in.</summary>
public sealed record AgentProcess(string Version, string HostName, int ProcessId, Capabilities Capabilities);
