namespace Causum.Domain.Config;

/// <summary>How requests to a model can be authenticated, and the keys of the mapping that each way must have (protocol §8).</summary>
public static class LlmAuthTypes
{
    private static readonly Dictionary<string, (LlmAuth Auth, IReadOnlyList<string> Keys)> All = new(
        StringComparer.Ordinal
    )
    {
        ["api_key"] = (LlmAuth.ApiKey, ["api_key"]),
        ["bearer"] = (LlmAuth.Bearer, ["token"]),
        ["basic_auth"] = (LlmAuth.BasicAuth, ["username", "password"]),
        ["azure_key"] = (LlmAuth.AzureKey, ["api_key"]),
        ["no_auth"] = (LlmAuth.NoAuth, []),
    };

    /// <summary>The wire names.</summary>
    public static IReadOnlyList<string> Names => [.. All.Keys];

    internal static Option<(LlmAuth Auth, IReadOnlyList<string> Keys)> Find(string name) =>
        All.TryGetValue(name, out var found) ? found : None;
}
