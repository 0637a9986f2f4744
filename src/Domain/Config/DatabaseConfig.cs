using Causum.Domain.Secrets;

namespace Causum.Domain.Config;

/// <summary>How the customer's database is reached.</summary>
/// <param name="AuthType">One that goes with <paramref name="Type"/>, by its wire name (<c>password</c>, <c>scram</c>, <c>local_file</c> …).</param>
/// <param name="Secrets">References by canonical key (<c>username</c>, <c>password</c>, <c>host</c> …).</param>
/// <param name="Settings">Plain values by canonical key (<c>host</c>, <c>port</c>, <c>database</c>, <c>path</c> …). A key that also stands in <paramref name="Secrets"/> is taken from there.</param>
/// <param name="Options">Driver options that passed the allow-list of the database.</param>
public sealed record DatabaseConfig(
    DatabaseType Type,
    string AuthType,
    IReadOnlyDictionary<string, SecretReference> Secrets,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Options
)
{
    /// <summary>The default schema of introspection and queries, where the config names one.</summary>
    public Option<string> Schema => Settings.TryGetValue("schema", out var schema) ? Some(schema) : None;
}
