using Causum.Domain.Messages;

namespace Causum.Domain.Queue;

/// <summary>The one word of a heartbeat for how the instance is.</summary>
public static class AgentHealth
{
    /// <summary>Unhealthy with a failed part; degraded while it may not work (no config, not accepted) or works with difficulty; else healthy.</summary>
    /// <param name="configured">A config is in force.</param>
    /// <param name="refused">The control plane answered the registration with <c>accepted:false</c>.</param>
    public static AgentStatus Status(ComponentStates components, bool configured, bool refused)
    {
        ComponentStatus[] parts =
        [
            components.Redis.Status,
            components.Database.Status,
            components.Llm.Status,
            components.Secrets.Status,
        ];
        return parts.Contains(ComponentStatus.Failed) ? AgentStatus.Unhealthy
            : !configured || refused || parts.Contains(ComponentStatus.Degraded) ? AgentStatus.Degraded
            : AgentStatus.Healthy;
    }

    /// <summary>Whether a validation finds nothing that stops tasks.</summary>
    public static bool Passes(ComponentStates components) =>
        components.Redis.Status != ComponentStatus.Failed
        && components.Database.Status != ComponentStatus.Failed
        && components.Llm.Status != ComponentStatus.Failed
        && components.Secrets.Status != ComponentStatus.Failed;
}
