using System.Text;
using System.Text.Json.Nodes;
using Causum.Domain.Config;
using Causum.Domain.Input;

namespace Causum.Properties.Config;

/// <summary>Config payloads to read, and what came of them.</summary>
internal static class Configs
{
    public const string Good = """
        {"type":"config","config_id":"c-42","secret_store":{"provider":"env"},
         "database":{"enabled":true,"type":"postgresql","auth_type":"password",
           "secret_mapping":{"username":"DB_USER","password":"DB_PASS","host":"DB_HOST","database":"DB_NAME"},
           "port":5432,"schema":"public","options":{"sslmode":"require"}},
         "llm":{"enabled":true,"endpoint":"https://api.openai.com/v1","auth_type":"api_key","model":"gpt-4o-mini",
           "secret_mapping":{"api_key":"OPENAI_API_KEY"},"llm_passthrough":true,"token_limit":128000}}
        """;

    public static readonly ConfigRules Rules = new(Enum.GetValues<DatabaseType>(), [], AllowInsecureEndpoints: false);

    public static ParsedConfig Parse(string json) => ConfigParser.Parse(Encoding.UTF8.GetBytes(json), Rules);

    public static AgentConfig Valid(string json) =>
        Parse(json)
            .Config.Match(
                Succ: config => config,
                Fail: errors => throw new Xunit.Sdk.XunitException($"Refused: {string.Join("; ", errors)}")
            );

    public static IReadOnlyList<InputError> Errors(string json) =>
        Parse(json).Config.Match(Succ: _ => System.Array.Empty<InputError>(), Fail: errors => [.. errors]);

    /// <summary>As <c>path code</c>.</summary>
    public static IReadOnlyList<string> Faults(string json) => [.. Errors(json).Select(e => $"{e.Path} {e.Code}")];

    /// <summary>The good config with one place set to a value; null takes the field away.</summary>
    public static string With(string path, JsonNode? value, string json = Good)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var names = path.Split('.');
        var owner = names[..^1].Aggregate(root, (node, name) => (JsonObject)(node[name] ??= new JsonObject()));
        if (value is null)
            owner.Remove(names[^1]);
        else
            owner[names[^1]] = value;
        return root.ToJsonString();
    }
}
