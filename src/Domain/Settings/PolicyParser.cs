using Causum.Domain.Input;
using Causum.Domain.Tasks;

namespace Causum.Domain.Settings;

/// <summary>Reads a local policy (design.md §4). Whatever it cannot make sense of is a fault: a policy that is half understood protects nobody.</summary>
public static class PolicyParser
{
    public static Validation<InputError, LocalPolicy> Parse(DocumentNode root)
    {
        var faults = new Faults();
        var policy = StrictMap
            .Of(root, FieldPath.Root, faults, ["version", "tasks", "secrets", "database", "llm", "data", "audit"])
            .Map(map => Read(map, faults));
        return faults.Or(() => policy.IfNone(LocalPolicy.None));
    }

    private static LocalPolicy Read(StrictMap root, Faults faults)
    {
        if (root.Entry("version").IsNone)
            faults.Required(root.At("version"));
        root.Whole("version", 1, 1);
        var tasks = root.Map("tasks", "allow");
        var secrets = root.Map("secrets", "allow");
        var database = root.Map("database", "hosts", "max_rows", "statement_timeout_seconds");
        var llm = root.Map("llm", "endpoints", "models", "classify_with_samples");
        var data = root.Map(
            "data",
            "passthrough",
            "on_transform_failure",
            "always_sensitive",
            "always_safe",
            "token_key"
        );
        return new LocalPolicy
        {
            Tasks = tasks.Bind(map => map.Texts("allow")).Map(names => Tasks(names, faults)),
            Secrets = secrets.Bind(map => map.Texts("allow")).Map(items => Globs(items, ignoreCase: false)),
            DatabaseHosts = database.Bind(map => map.Texts("hosts")).Map(items => Hosts(items, faults)),
            MaxRows = database.Bind(map => map.Whole("max_rows", 1, int.MaxValue)),
            StatementTimeout = database
                .Bind(map => map.Whole("statement_timeout_seconds", 1, 86_400))
                .Map(seconds => TimeSpan.FromSeconds(seconds)),
            LlmEndpoints = llm.Bind(map => map.Texts("endpoints")).Map(items => Patterns(items, faults)),
            LlmModels = llm.Bind(map => map.Texts("models"))
                .Map(items => (IReadOnlyList<string>)[.. items.Select(item => item.Text)]),
            ClassifyWithSamples = llm.Bind(map => map.Flag("classify_with_samples")).IfNone(true),
            DenyPassthrough = data.Bind(map => map.Choice("passthrough", "allow", "deny")).Exists(v => v == "deny"),
            OnTransformFailure = data.Bind(map => map.Choice("on_transform_failure", "fail", "plain"))
                .Exists(value => value == "plain")
                ? OnTransformFailure.Plain
                : OnTransformFailure.Fail,
            AlwaysSensitive = Columns(data, "always_sensitive", faults),
            AlwaysSafe = Columns(data, "always_safe", faults),
            TokenKey = data.Bind(map => map.Text("token_key").Bind(text => Key(text, map.At("token_key"), faults))),
            AuditHashesQueries = root.Map("audit", "queries")
                .Bind(map => map.Choice("queries", "text", "hash"))
                .Exists(value => value == "hash"),
        };
    }

    private static IReadOnlyList<string> Tasks(IReadOnlyList<(string Text, FieldPath At)> names, Faults faults)
    {
        foreach (var (name, at) in names)
            if (!TaskTypes.All.Contains(name))
                faults.Add(new InputError.UnknownValue(at, TaskTypes.All));
        return [.. names.Select(name => name.Text)];
    }

    private static IReadOnlyList<Glob> Globs(IReadOnlyList<(string Text, FieldPath At)> items, bool ignoreCase) =>
        [.. items.Select(item => new Glob(item.Text, ignoreCase))];

    private static IReadOnlyList<Glob> Hosts(IReadOnlyList<(string Text, FieldPath At)> items, Faults faults)
    {
        foreach (var (host, at) in items)
            if (host.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or ':' or '*' or '?')))
                faults.Invalid(at, "must be a host name or address with * and ?, without scheme, port and path");
        return Globs(items, ignoreCase: true);
    }

    private static IReadOnlyList<EndpointPattern> Patterns(
        IReadOnlyList<(string Text, FieldPath At)> items,
        Faults faults
    ) => [.. items.SelectMany(item => faults.Take(EndpointPattern.Create(item.At, item.Text)).ToArray())];

    private static IReadOnlyList<ColumnPattern> Columns(Option<StrictMap> data, string key, Faults faults)
    {
        var items = data.Bind(map => map.Texts(key)).IfNone([]);
        foreach (var (text, at) in items)
            if (text.StartsWith('.') || text.EndsWith('.') || text.Contains("..", StringComparison.Ordinal))
                faults.Invalid(at, "must look like table.column, with * and ?");
        return [.. items.Select(item => ColumnPattern.Of(item.Text))];
    }

    private static Option<TokenKeySource> Key(string text, FieldPath at, Faults faults)
    {
        if (text == "required")
            return new TokenKeySource.Required();
        if (text.StartsWith("env:", StringComparison.Ordinal) && text.Length > 4)
            return new TokenKeySource.EnvironmentVariable(text[4..]);
        if (text.StartsWith("file:", StringComparison.Ordinal) && text.Length > 5)
            return new TokenKeySource.File(text[5..]);
        faults.Invalid(at, "must be env:NAME, file:PATH or required; the key itself never stands in the policy");
        return None;
    }
}
