using System.Text.Json.Nodes;
using Causum.Integration.CommandLine;

namespace Causum.Integration.EndToEnd;

/// <summary><c>agent task run</c> against a running agent, as a person in a terminal uses it.</summary>
[Collection(EndToEndCollection.Name)]
public sealed class TaskRunTests(EndToEndServers servers)
{
    [Fact]
    public async Task Rows_come_as_a_table_and_the_whole_answer_as_JSON()
    {
        await using var agent = await ConfiguredAsync();
        var shown = await RunAsync(
            agent,
            "db_query",
            "--param",
            "query=SELECT id, order_status FROM orders WHERE id = :id",
            "--param",
            "parameters.id=11"
        );
        Assert.Equal((0, ""), (shown.Code, shown.Errors));
        Assert.Contains("order_status", shown.Output, StringComparison.Ordinal);
        Assert.Contains("open", shown.Output, StringComparison.Ordinal);

        var json = await RunAsync(agent, "db_schemas", "--format", "json");
        Assert.Equal("task_result", (string?)JsonNode.Parse(json.Output)!["type"]);
    }

    [Fact]
    public async Task A_failed_task_says_what_to_do_and_ends_with_1()
    {
        await using var agent = await ConfiguredAsync();
        var refused = await RunAsync(agent, "db_query", "--param", "query=DROP TABLE orders");
        Assert.Equal(1, refused.Code);
        Assert.Contains("query_refused (statement_not_allowed)", refused.Output, StringComparison.Ordinal);
        Assert.Contains("agent guard", refused.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'x' is not of the form name=value", "db_tables", "--param", "x")]
    [InlineData("--timeout must be at least 1 second", "db_tables", "--timeout", "0")]
    [InlineData("no_such_type", "no_such_type")]
    public async Task Bad_usage_is_told_and_ends_with_2(string fault, params string[] arguments)
    {
        var ended = await AgentBinary.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal),
            ["task", "run", .. arguments]
        );
        Assert.Equal(2, ended.Code);
        Assert.Contains(fault, ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_is_not_there_ends_with_3()
    {
        await using var away = await Orchestrator.ConnectAsync(1, "nobody");
        var ended = await AgentBinary.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["AGENT_CONNECTION_TOKEN"] = away.Token },
            "task",
            "run",
            "db_tables"
        );
        Assert.Equal(3, ended.Code);
        Assert.Contains("127.0.0.1:1", ended.Errors, StringComparison.Ordinal);
    }

    private async Task<RunningAgent> ConfiguredAsync()
    {
        var target = servers.Target("sqlite");
        var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(
            new JsonObject
            {
                ["secret_store"] = new JsonObject { ["provider"] = "env" },
                ["database"] = target.Config,
            }
        );
        return agent;
    }

    private static Task<Ended> RunAsync(RunningAgent agent, params string[] arguments) =>
        AgentBinary.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AGENT_CONNECTION_TOKEN"] = agent.Orchestrator.Token,
                ["AGENT_STATE_DIR"] = Path.Combine(agent.Folder, "cli"),
            },
            ["task", "run", .. arguments]
        );
}
