using System.Text;
using System.Text.Json.Nodes;
using Causum.Domain.Settings;
using Causum.Integration.Support;

namespace Causum.Integration.Wire;

/// <summary>Schemas of the files that people write, for their editors: the same keys as the strict readers know.</summary>
public sealed class FileSchemaTests
{
    [Fact]
    public void The_policy_of_the_design_is_valid() =>
        SchemaCheck.Validate(
            "policy",
            Encoding.UTF8.GetBytes(
                """
                {"version":1,"tasks":{"allow":["db_validate","db_query"]},"secrets":{"allow":["DB_*"]},
                 "database":{"hosts":["*.internal.example"],"max_rows":5000,"statement_timeout_seconds":60},
                 "llm":{"endpoints":["https://llm\\.internal\\.example/.*"],"models":["m"],"classify_with_samples":true},
                 "data":{"passthrough":"deny","on_transform_failure":"fail","always_sensitive":["*.notes"],"always_safe":["orders.status"],"token_key":"env:TOKEN_KEY"},
                 "audit":{"queries":"hash"}}
                """
            )
        );

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"task":{}}""")]
    [InlineData("""{"version":1,"tasks":{"allow":["db_dance"]}}""")]
    [InlineData("""{"version":1,"database":{"max_rows":0}}""")]
    [InlineData("""{"version":1,"llm":{"classify_with_samples":"yes"}}""")]
    [InlineData("""{"version":1,"data":{"passthrough":"maybe"}}""")]
    [InlineData("""{"version":1,"data":{"on_transform_failure":"raw"}}""")]
    [InlineData("""{"version":1,"data":{"token_key":"bXkgc2VjcmV0"}}""")]
    [InlineData("""{"version":1,"audit":{"queries":"none"}}""")]
    public void A_policy_that_would_stop_the_start_breaks_the_schema(string json) =>
        Assert.NotEmpty(SchemaCheck.Faults("policy", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void The_configuration_file_has_exactly_the_keys_that_the_agent_knows()
    {
        var properties = Schema("agent_config")["properties"]!.AsObject();
        var nested = new[] { "connection", "log", "limits" };
        var inSchema = properties
            .SelectMany(p =>
                nested.Contains(p.Key, StringComparer.Ordinal)
                    ? p.Value!["properties"]!.AsObject().Select(inner => $"{p.Key}.{inner.Key}")
                    : [p.Key]
            )
            .Where(key => key is not ("runtime" or "connection.token_env"));
        var known = KnownSettings.All.Select(setting => setting.FileKey).Where(key => key.Length > 0);
        Assert.Equal(known.Order(StringComparer.Ordinal), inSchema.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"state_dirs":"/x"}""")]
    [InlineData("""{"connection":{"tokens":"x"}}""")]
    [InlineData("""{"log":{"level":"loud"}}""")]
    [InlineData("""{"limits":{"concurrency":0}}""")]
    [InlineData("""{"token_length":9}""")]
    [InlineData("""{"runtime":{"database":{"type":"sqlite","auth_type":"local_file","pth":"x"}}}""")]
    [InlineData("""{"runtime":{"llm":{"api_key":"x"}}}""")]
    public void A_file_that_would_stop_the_start_breaks_the_schema(string json) =>
        Assert.NotEmpty(SchemaCheck.Faults("agent_config", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_usual_configuration_file_is_valid() =>
        SchemaCheck.Validate(
            "agent_config",
            Encoding.UTF8.GetBytes(
                """
                {"connection":{"token_file":"/run/secrets/token"},"log":{"level":"info"},"limits":{"concurrency":8},
                 "data_dirs":["/data"],"runtime":{"database":{"type":"sqlite","auth_type":"local_file","path":"/data/a.db"},"desensitization":"rules"}}
                """
            )
        );

    private static JsonNode Schema(string name) =>
        JsonNode.Parse(File.ReadAllText(RepositoryFiles.Path("schemas", $"{name}.schema.json")))!;
}
