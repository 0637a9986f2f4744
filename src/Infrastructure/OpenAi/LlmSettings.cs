using Causum.Domain.Secrets;

namespace Causum.Infrastructure.OpenAi;

/// <summary>Everything a client needs, resolved and checked for form.</summary>
/// <param name="Endpoint">The base URL as configured, without a slash at its end.</param>
/// <param name="RequestBase">The URL before <c>/chat/completions</c>; on Azure it names the deployment.</param>
/// <param name="Credential">Absent for <c>no_auth</c>.</param>
/// <param name="ApiVersion">The <c>api-version</c> of Azure.</param>
internal sealed record LlmSettings(
    Uri Endpoint,
    Uri RequestBase,
    string Model,
    Option<HeaderCredential> Credential,
    Option<string> ApiVersion,
    Option<int> TokenLimit
);

/// <summary>A credential that travels in one request header.</summary>
/// <param name="Scheme">What stands before the value, such as <c>Bearer</c>.</param>
internal sealed record HeaderCredential(string Header, Option<string> Scheme, Secret Value);
