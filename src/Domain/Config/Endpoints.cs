namespace Causum.Domain.Config;

/// <summary>Addresses of HTTP services. Plain HTTP carries secrets in the clear, so it stays on the machine unless the operator allows it.</summary>
public static class Endpoints
{
    /// <summary>The rule that <paramref name="endpoint"/> breaks; None if it is fit.</summary>
    public static Option<string> Fault(string endpoint, bool allowInsecure)
    {
        if (
            !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http")
            || uri.Host.Length == 0
            || uri.UserInfo.Length > 0
            || endpoint.AsSpan().IndexOfAny('?', '#') >= 0
            || endpoint.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        )
            return "must be a base URL such as https://host/v1, without user information, query and fragment";
        return uri.Scheme == "https" || uri.IsLoopback || allowInsecure
            ? None
            : Some("must use https: plain http is for loopback only (AGENT_ALLOW_INSECURE_ENDPOINTS=true in tests)");
    }
}
