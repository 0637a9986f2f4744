namespace Causum.Domain.Config;

/// <summary>A configuration that passed every static check. It holds references to secrets, never a secret.</summary>
/// <param name="ConfigId">The control plane's name for it; absent where the config had none.</param>
/// <param name="Database">Absent when there is none or it is not enabled.</param>
/// <param name="Llm">Absent when there is none or it is not enabled.</param>
public sealed record AgentConfig(
    Option<string> ConfigId,
    SecretStore SecretStore,
    Option<DatabaseConfig> Database,
    Option<LlmConfig> Llm,
    DataMode Mode
);
