using Causum.Domain.Settings;

namespace Causum.Infrastructure.OpenAi;

/// <summary>What the operator allows, whatever a configuration asks for. The host fills it in from the agent's settings.</summary>
/// <param name="EndpointPattern"><c>LLM_ENDPOINT_PATTERN</c>: must match the whole resolved endpoint.</param>
/// <param name="AllowedModels"><c>LLM_MODEL_ALLOWLIST</c>: exact names; empty allows every model.</param>
/// <param name="AllowInsecureEndpoints"><c>AGENT_ALLOW_INSECURE_ENDPOINTS</c>: plain HTTP beyond loopback.</param>
/// <param name="CaFile"><c>AGENT_CA_FILE</c>: PEM certificates trusted in addition to the system's.</param>
public sealed record LanguageModelOptions(
    Option<EndpointPattern> EndpointPattern,
    IReadOnlyList<string> AllowedModels,
    bool AllowInsecureEndpoints,
    Option<string> CaFile
);
