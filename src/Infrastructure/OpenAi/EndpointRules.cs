using System.Net;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.OpenAi;

/// <summary>The operator's word on where rows may be sent, applied to what the secrets resolved to.</summary>
internal static class EndpointRules
{
    public static Either<TaskFailure, LlmSettings> Check(LlmSettings settings, LanguageModelOptions options) =>
        settings.Endpoint.Scheme != Uri.UriSchemeHttps
        && !IsLoopback(settings.Endpoint)
        && !options.AllowInsecureEndpoints
            ? Denied(
                "The llm endpoint uses plain HTTP to another host.",
                "Use https, or set AGENT_ALLOW_INSECURE_ENDPOINTS=true on the agent if that network is trusted."
            )
        : options.EndpointPattern.Exists(p => !Matches(p, settings.Endpoint))
            ? Denied(
                "The resolved llm endpoint does not match LLM_ENDPOINT_PATTERN.",
                "Correct the endpoint, or the pattern in the agent's own environment."
            )
        : options.AllowedModels.Count > 0 && !options.AllowedModels.Contains(settings.Model, StringComparer.Ordinal)
            ? Denied(
                "The resolved llm model is not in LLM_MODEL_ALLOWLIST.",
                "Choose a listed model, or extend the list in the agent's own environment."
            )
        : settings;

    public static bool IsLoopback(Uri endpoint) =>
        endpoint.IsLoopback || (IPAddress.TryParse(endpoint.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// Looks at the URL in the form in which it is requested, not as it was written, so that no spelling can mean one host to the pattern and another to the client.
    /// With and without a slash at the end it is the same endpoint.
    /// </summary>
    private static bool Matches(EndpointPattern pattern, Uri endpoint)
    {
        var text = endpoint.AbsoluteUri.TrimEnd('/');
        return pattern.Matches(text) || pattern.Matches(text + "/");
    }

    private static TaskFailure Denied(string message, string nextSteps) =>
        TaskFailure.Llm(LlmFault.PolicyDenied, message, nextSteps);
}
