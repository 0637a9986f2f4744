namespace Causum.Domain.Tasks;

/// <summary>The part of the agent that an error speaks of.</summary>
public enum Component
{
    Queue,
    Config,
    Secrets,
    Database,
    Llm,
    Desensitization,
    Guard,
    Policy,
    Agent,
}
