using Causum.Domain.Input;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;

namespace Causum.Domain.Config;

/// <summary>What the operator's policy and settings forbid of a configuration (design.md §4, protocol §5). A value that cannot be known yet is judged when it is.</summary>
public static class ConfigPolicy
{
    /// <param name="resolve">The value behind a reference; None while it is not known.</param>
    public static IReadOnlyList<InputError> Refusals(
        AgentConfig config,
        LocalPolicy policy,
        AgentSettings settings,
        Func<SecretReference, Option<string>> resolve
    ) =>
        [
            .. config.Database.Match(c => Database(c, policy, resolve), () => []),
            .. config.Llm.Match(c => Llm(c, policy, settings, resolve), () => []),
        ];

    private static IEnumerable<InputError> Database(
        DatabaseConfig config,
        LocalPolicy policy,
        Func<SecretReference, Option<string>> resolve
    )
    {
        var path = FieldPath.Root.Field("database");
        foreach (var error in References(path, config.Secrets, policy))
            yield return error;
        if (policy.DatabaseHosts.IsNone || config.AuthType == "local_file")
            yield break;
        // A database that is reached without a host cannot be held to a list of hosts.
        if (!config.Secrets.ContainsKey("host") && !config.Settings.ContainsKey("host"))
            yield return new InputError.PolicyDenied(
                path.Field("host"),
                "must be given: the local policy bounds database.hosts"
            );
        foreach (var key in (string[])["host", "endpoint"])
        {
            var (at, value) = Value(path, key, config.Secrets, config.Settings, resolve);
            if (value.Exists(hosts => !Hosts(hosts).All(policy.AllowsDatabaseHost)))
                yield return new InputError.PolicyDenied(at, "is not among the local policy's database.hosts");
        }
    }

    private static IEnumerable<InputError> Llm(
        LlmConfig config,
        LocalPolicy policy,
        AgentSettings settings,
        Func<SecretReference, Option<string>> resolve
    )
    {
        var path = FieldPath.Root.Field("llm");
        foreach (var error in References(path, config.Secrets, policy))
            yield return error;
        var direct = new Dictionary<string, string>(StringComparer.Ordinal);
        config.Endpoint.IfSome(value => direct["endpoint"] = value);
        config.Model.IfSome(value => direct["model"] = value);

        var (endpointAt, endpoint) = Value(path, "endpoint", config.Secrets, direct, resolve);
        if (endpoint.Exists(url => !policy.AllowsEndpoint(url)))
            yield return new InputError.PolicyDenied(endpointAt, "is not among the local policy's llm.endpoints");
        if (endpoint.Exists(url => settings.LlmEndpointPattern.Exists(pattern => !pattern.Matches(url))))
            yield return new InputError.PolicyDenied(endpointAt, "does not match LLM_ENDPOINT_PATTERN");

        var (modelAt, model) = Value(path, "model", config.Secrets, direct, resolve);
        if (model.Exists(name => !policy.AllowsModel(name)))
            yield return new InputError.PolicyDenied(modelAt, "is not among the local policy's llm.models");
        if (model.Exists(name => settings.LlmModelAllowlist.Exists(allowed => !allowed.Contains(name))))
            yield return new InputError.PolicyDenied(modelAt, "is not in LLM_MODEL_ALLOWLIST");
    }

    private static IEnumerable<InputError> References(
        FieldPath path,
        IReadOnlyDictionary<string, SecretReference> secrets,
        LocalPolicy policy
    ) =>
        from secret in secrets
        where !policy.AllowsSecret(secret.Value.Name)
        orderby secret.Key
        select new InputError.PolicyDenied(
            path.Field("secret_mapping").Field(secret.Key),
            "names a secret that is not among the local policy's secrets.allow"
        );

    /// <summary>The mapping goes before what stands directly.</summary>
    private static (FieldPath At, Option<string> Value) Value(
        FieldPath path,
        string key,
        IReadOnlyDictionary<string, SecretReference> secrets,
        IReadOnlyDictionary<string, string> direct,
        Func<SecretReference, Option<string>> resolve
    ) =>
        secrets.TryGetValue(key, out var reference)
            ? (path.Field("secret_mapping").Field(key), resolve(reference))
            : (path.Field(key), direct.TryGetValue(key, out var value) ? Some(value) : None);

    /// <summary>The bare names of a host, a list of hosts with ports, or a URL.</summary>
    private static IEnumerable<string> Hosts(string value) =>
        value
            .Split(',')
            .Select(item =>
                item.Contains("://", StringComparison.Ordinal)
                    ? Uri.TryCreate(item, UriKind.Absolute, out var uri)
                        ? uri.Host
                        : ""
                    : item.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
                    && item.IndexOf(':', colon + 1) < 0
                        ? item[..colon]
                        : item
            );
}
