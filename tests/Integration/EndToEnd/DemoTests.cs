using Causum.Integration.CommandLine;
using Causum.Integration.Support;

namespace Causum.Integration.EndToEnd;

/// <summary><c>agent demo</c>: what a person sees first.</summary>
[Collection(EndToEndCollection.Name)]
public sealed class DemoTests(EndToEndServers servers)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    [Fact]
    public async Task It_needs_nothing_and_shows_every_task_type_the_masking_and_the_refusals()
    {
        var ended = await AgentBinary.RunAsync(Nothing, "demo");
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        string[] expected =
        [
            "instance_register",
            "config_applied",
            "task db_validate",
            "task db_schemas",
            "task db_tables",
            "task db_columns",
            "task db_sample",
            "task db_query",
            "task classify_fields",
            "task llm_validate",
            "task pipeline_validate",
            "what left",
            "NAM_",
            "query_refused (multiple_statements)",
            "\"status\":\"stopping\"",
        ];
        Assert.All(expected, text => Assert.Contains(text, ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Real_parts_take_the_place_of_the_embedded_ones_and_the_password_is_never_shown()
    {
        var ended = await AgentBinary.RunAsync(
            Nothing,
            "demo",
            "--wire",
            "--redis",
            $"redis://127.0.0.1:{servers.Redis.Port}",
            "--database",
            $"postgresql://{PostgresServer.Superuser}:{PostgresServer.Password}@127.0.0.1:{servers.Postgres.Port}/{servers.PostgresDatabase}"
        );
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Contains("\"database_type\":\"postgresql\"", ended.Output, StringComparison.Ordinal);
        SecretsHunt.AssertAbsent("the demo's output", ended.Output, [PostgresServer.Password, .. SampleData.Canaries]);
    }

    [Theory]
    [InlineData(2, "--database", "oracle://scott@db.internal.example/shop")]
    [InlineData(3, "--redis", "redis://127.0.0.1:1")]
    public async Task A_part_that_cannot_be_used_is_told(int code, params string[] arguments)
    {
        var ended = await AgentBinary.RunAsync(Nothing, ["demo", .. arguments]);
        Assert.Equal(code, ended.Code);
        Assert.Contains("next: ", ended.Errors, StringComparison.Ordinal);
    }
}
