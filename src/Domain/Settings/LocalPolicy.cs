using Causum.Domain.Config;

namespace Causum.Domain.Settings;

/// <summary>
/// What the operator of the agent allows, whatever a remote configuration says (design.md §4). It can only tighten: <see cref="None"/> allows what the
/// configuration allows.
/// </summary>
public sealed record LocalPolicy
{
    public static readonly LocalPolicy None = new();

    private static readonly string[] OwnPrefixes = ["AGENT_", "VAULT_", "KUBERNETES_"];

    /// <summary>Task types that are run; None: all.</summary>
    public Option<IReadOnlyList<string>> Tasks { get; init; }

    /// <summary>References that a configuration may name; None: all.</summary>
    public Option<IReadOnlyList<Glob>> Secrets { get; init; }

    /// <summary>Database hosts; None: all.</summary>
    public Option<IReadOnlyList<Glob>> DatabaseHosts { get; init; }

    public Option<int> MaxRows { get; init; }

    public Option<TimeSpan> StatementTimeout { get; init; }

    public Option<IReadOnlyList<EndpointPattern>> LlmEndpoints { get; init; }

    /// <summary>Exact model names; None: all.</summary>
    public Option<IReadOnlyList<string>> LlmModels { get; init; }

    /// <summary>Whether the model may see sample values while it classifies.</summary>
    public bool ClassifyWithSamples { get; init; } = true;

    public bool DenyPassthrough { get; init; }

    public OnTransformFailure OnTransformFailure { get; init; }

    public IReadOnlyList<ColumnPattern> AlwaysSensitive { get; init; } = [];

    public IReadOnlyList<ColumnPattern> AlwaysSafe { get; init; } = [];

    public Option<TokenKeySource> TokenKey { get; init; }

    /// <summary>The audit log keeps the hash of a query instead of its text.</summary>
    public bool AuditHashesQueries { get; init; }

    public bool AllowsTask(string taskType) => Tasks.Match(allowed => allowed.Contains(taskType), () => true);

    /// <summary>A wildcard never opens the agent's own variables: those must be named in full.</summary>
    public bool AllowsSecret(string reference)
    {
        var own = OwnPrefixes.Any(p => reference.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        return Secrets.Match(
            allowed => allowed.Any(glob => (glob.IsLiteral || !own) && glob.Matches(reference)),
            () => true
        );
    }

    /// <param name="host">As it stands in the resolved configuration; a final dot counts for nothing.</param>
    public bool AllowsDatabaseHost(string host) =>
        DatabaseHosts.Match(allowed => allowed.Any(glob => glob.Matches(host.TrimEnd('.').Trim('[', ']'))), () => true);

    public bool AllowsEndpoint(string endpoint) =>
        LlmEndpoints.Match(allowed => allowed.Any(pattern => pattern.Matches(endpoint)), () => true);

    public bool AllowsModel(string model) => LlmModels.Match(allowed => allowed.Contains(model), () => true);

    /// <summary>The mode that holds when the configuration asks for <paramref name="asked"/>.</summary>
    public DataMode Tighten(DataMode asked) =>
        asked == DataMode.Passthrough && DenyPassthrough ? DataMode.Blocked : asked;

    public int Tighten(int maxRows) => MaxRows.Match(limit => Math.Min(limit, maxRows), () => maxRows);

    /// <param name="table">Unknown: a pattern for a column holds in every table, since doubt masks.</param>
    public bool IsAlwaysSensitive(Option<string> table, string column) =>
        AlwaysSensitive.Any(pattern => pattern.MayMatch(table, column));

    /// <param name="table">Unknown: only patterns that hold for every table count.</param>
    public bool IsAlwaysSafe(Option<string> table, string column) =>
        AlwaysSafe.Any(pattern => pattern.MustMatch(table, column));
}

/// <summary>What happens to a task whose transform by the model fails.</summary>
public enum OnTransformFailure
{
    Fail,

    /// <summary>The masked rows go out as plain text, and the receipt says so.</summary>
    Plain,
}
