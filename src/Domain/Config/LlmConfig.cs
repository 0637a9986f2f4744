using Causum.Domain.Secrets;

namespace Causum.Domain.Config;

/// <summary>How the customer's language model is reached.</summary>
/// <param name="Secrets">References by canonical key (<c>endpoint</c>, <c>api_key</c>, <c>token</c>, <c>username</c>, <c>password</c>, <c>model</c>).</param>
/// <param name="Endpoint">Base URL, where it stands directly.</param>
/// <param name="Model">Model name, where it stands directly.</param>
/// <param name="TokenLimit">Context window in tokens, where the config names it.</param>
/// <param name="Settings">Other plain settings (<c>api_version</c>, <c>deployment</c>).</param>
public sealed record LlmConfig(
    LlmAuth Auth,
    IReadOnlyDictionary<string, SecretReference> Secrets,
    Option<string> Endpoint,
    Option<string> Model,
    Option<int> TokenLimit,
    IReadOnlyDictionary<string, string> Settings
);

/// <summary>How requests to the model are authenticated.</summary>
public enum LlmAuth
{
    ApiKey,
    BasicAuth,
    Bearer,
    AzureKey,
    NoAuth,
}
