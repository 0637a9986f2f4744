using System.Text.Json.Nodes;

namespace Causum.Integration.EndToEnd;

/// <summary>Functions that somebody made in the database, reached by tasks with an administrator's login.</summary>
[Collection(EndToEndCollection.Name)]
public sealed class CatalogTests(EndToEndServers servers)
{
    [Theory]
    [InlineData("postgresql", "CREATE FUNCTION made_here() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("mariadb", "CREATE FUNCTION made_here() RETURNS integer RETURN 1")]
    public async Task A_query_that_calls_an_undeclared_function_is_answered_with_volatile_function(
        string type,
        string function
    )
    {
        var target = servers.Target(type);
        var execute = type == "postgresql" ? (Func<string, Task>)OnPostgresAsync : OnMariaDbAsync;
        await execute(function);
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(
            new JsonObject
            {
                ["secret_store"] = new JsonObject { ["provider"] = "env" },
                ["database"] = target.Config,
            }
        );

        var refused = await agent.Orchestrator.AskAsync(
            "db_query",
            new JsonObject { ["query"] = "SELECT id,\n       made_here() FROM customers" }
        );
        Assert.Equal("error", (string?)refused["status"]);
        var error = refused["error"]!.AsObject();
        Assert.Equal("query_refused", (string?)error["code"]);
        Assert.Equal("volatile_function", (string?)error["category"]);
        Assert.Equal("guard", (string?)error["component"]);
        Assert.Contains("(line 2, column 8)", (string?)error["message"], StringComparison.Ordinal);
        Assert.DoesNotContain("made_here", error.ToJsonString(), StringComparison.Ordinal);

        var answered = await agent.Orchestrator.AskAsync(
            "db_query",
            new JsonObject { ["query"] = "SELECT count(*), lower('A') FROM customers" }
        );
        Assert.Equal("success", (string?)answered["status"]);
        await execute("DROP FUNCTION made_here");
    }

    private Task OnPostgresAsync(string statement) =>
        servers.Postgres.ExecuteAsync(servers.PostgresDatabase, statement);

    private Task OnMariaDbAsync(string statement) =>
        servers.MariaDb.ExecuteAsync(servers.Target("mariadb").DefaultSchema, statement);
}
