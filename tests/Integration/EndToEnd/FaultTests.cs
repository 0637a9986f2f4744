using System.Text.Json.Nodes;
using Causum.Integration.CommandLine;

namespace Causum.Integration.EndToEnd;

/// <summary>What an operator and a control plane see when something is wrong.</summary>
[Collection(EndToEndCollection.Name)]
public sealed class FaultTests(EndToEndServers servers)
{
    [Fact]
    public async Task A_task_that_was_running_at_kill_9_is_answered_after_a_restart()
    {
        var target = servers.Target("postgresql");
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(Config(target));

        var query = new JsonObject
        {
            ["query"] = "SELECT count(*) FROM generate_series(1, 40000000) g(n) WHERE n % 7 = 3",
        };
        await agent.Orchestrator.SendTaskAsync("t-long", "db_query", query);
        await Until(async () => await RunningQueriesAsync() > 0, "the query to run on the server");
        for (var i = 0; i < 5; i++)
            await agent.Orchestrator.SendTaskAsync($"t-waiting-{i}", "db_schemas");
        await agent.Process.KillAsync();
        Assert.DoesNotContain(agent.Orchestrator.Seen, m => (string?)m["task_id"] == "t-long");

        agent.Restart();
        var result = await agent.Orchestrator.ResultAsync("t-long");
        Assert.Equal("success", (string?)result["status"]);
        Assert.True((int)result["delivery_count"]! >= 2);
        for (var i = 0; i < 5; i++)
            Assert.Equal("success", (string?)(await agent.Orchestrator.ResultAsync($"t-waiting-{i}"))["status"]);
        await Until(async () => await PendingAsync(agent) == 0, "every entry to be acknowledged");
        Assert.Equal(
            "cache",
            (string?)agent.Orchestrator.Seen.Last(m => (string?)m["type"] == "config_applied")["source"]
        );
    }

    [Fact]
    public async Task SIGTERM_ends_with_a_last_heartbeat_and_exit_code_0()
    {
        var target = servers.Target("sqlite");
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(Config(target));
        agent.Process.Signal("TERM");
        await agent.Process.WaitForExitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, agent.Process.ExitCode);
        await agent.Orchestrator.WaitForAsync(
            "the last heartbeat",
            m => (string?)m["type"] == "heartbeat" && (string?)m["status"] == "stopping"
        );
    }

    [Theory]
    [InlineData("not base64 at all!", "base64")]
    [InlineData("e30=", "redis_url")]
    public async Task A_bad_token_is_told_step_by_step_and_never_shown(string token, string step)
    {
        var agent = await AgentBinary.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["AGENT_CONNECTION_TOKEN"] = token },
            "start"
        );
        Assert.Equal(2, agent.Code);
        Assert.Contains(step, agent.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(token, agent.Output + agent.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_config_is_rejected_with_every_fault_and_leaves_the_one_in_force()
    {
        var target = servers.Target("sqlite");
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(Config(target));

        var rejected = await agent.Orchestrator.ConfigureAsync(
            JsonNode
                .Parse(
                    """
                    {"secret_store":{"provider":"env"},
                     "database":{"enabled":true,"type":"postgresql","auth_type":"kerberos","password":"hunter2-planted","port":70000,"host":"db.internal.example"},
                     "llm":{"enabled":true,"endpoint":"https://model.internal.example/v1","auth_type":"api_key","model":"m"}}
                    """
                )!
                .AsObject()
        );
        Assert.Equal("rejected", (string?)rejected["status"]);
        var faults = rejected["errors"]!.AsArray().Select(e => ((string?)e!["path"], (string?)e["code"])).ToList();
        Assert.Contains(("database.auth_type", "unsupported_pair"), faults);
        Assert.Contains(("database.password", "raw_secret"), faults);
        Assert.Contains(("database.port", "invalid_value"), faults);
        Assert.Contains(("llm.secret_mapping.api_key", "required"), faults);
        SecretsHunt.AssertAbsent("the streams", await agent.Orchestrator.EverythingAsync(), ["hunter2-planted"]);
        SecretsHunt.AssertAbsent("logs and state", agent.Traces, ["hunter2-planted"]);

        Assert.Equal("success", (string?)(await agent.Orchestrator.AskAsync("db_validate"))["status"]);
    }

    [Fact]
    public async Task Bad_entries_are_answered_and_stop_nothing()
    {
        var target = servers.Target("sqlite");
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(Config(target));

        var garbage = await agent.Orchestrator.SendRawAsync("task", "{ not json");
        await ExpectInvalid(agent, garbage, "invalid_task", taskId: null);
        var noTaskId = await agent.Orchestrator.SendRawAsync(
            "task",
            """{"type":"task","task_type":"db_schemas","params":{}}"""
        );
        await ExpectInvalid(agent, noTaskId, "invalid_task", taskId: null);
        var unknown = await agent.Orchestrator.SendRawAsync(
            "task",
            """{"type":"task","task_id":"t-future","task_type":"db_time_travel","params":{}}"""
        );
        await ExpectInvalid(agent, unknown, "unknown_task_type", "t-future");
        var badParams = await agent.Orchestrator.SendRawAsync(
            "task",
            """{"type":"task","task_id":"t-bad","task_type":"db_query","params":{"query":5,"max_rows":0}}"""
        );
        await ExpectInvalid(agent, badParams, "invalid_task", "t-bad");
        var expired = await agent.Orchestrator.SendRawAsync(
            "task",
            """{"type":"task","task_id":"t-old","task_type":"db_schemas","created_at":"2020-01-01T00:00:00.000Z","params":{}}"""
        );
        await ExpectInvalid(agent, expired, "task_expired", "t-old");
        await agent.Orchestrator.Database.StreamAddAsync(agent.Orchestrator.Key("tasks"), "neither", "type nor data");

        Assert.Equal("success", (string?)(await agent.Orchestrator.AskAsync("db_schemas"))["status"]);
        await Until(async () => await PendingAsync(agent) == 0, "every entry to be acknowledged");
    }

    [Fact]
    public async Task A_dead_database_is_a_typed_error_and_heals_without_a_restart()
    {
        var secrets = new Dictionary<string, string>(servers.Target("postgresql").Secrets, StringComparer.Ordinal);
        var config = Config(servers.Target("postgresql"));
        config["database"]!["port"] = 1;
        await using var agent = await RunningAgent.StartAsync(servers, secrets);
        var applied = await agent.Orchestrator.ConfigureAsync(config);
        Assert.Equal("applied", (string?)applied["status"]);
        var report = await agent.Orchestrator.WaitForAsync(
            "a validation report of this config",
            m => (string?)m["type"] == "validation_report" && (string?)m["config_id"] == (string?)applied["config_id"]
        );
        Assert.False((bool)report["ok"]!);
        Assert.Equal("failed", (string?)report["components"]!["database"]!["status"]);

        var answer = await agent.Orchestrator.AskAsync("db_schemas");
        Assert.Equal("database_error", (string?)answer["error"]!["code"]);
        Assert.Equal("network_unreachable", (string?)answer["error"]!["category"]);
        Assert.False(string.IsNullOrEmpty((string?)answer["error"]!["next_steps"]));

        await agent.Orchestrator.ConfigureAsync(Config(servers.Target("postgresql")));
        Assert.Equal("success", (string?)(await agent.Orchestrator.AskAsync("db_schemas"))["status"]);
    }

    [Fact]
    public async Task A_missing_secret_is_named_and_heals_with_the_next_config()
    {
        var target = servers.Target("postgresql");
        await using var agent = await RunningAgent.StartAsync(servers);
        Assert.Equal("applied", (string?)(await agent.Orchestrator.ConfigureAsync(Config(target)))["status"]);
        var answer = await agent.Orchestrator.AskAsync("db_validate");
        Assert.Equal("secret_provider_error", (string?)answer["error"]!["code"]);
        Assert.Contains("DB_", (string?)answer["error"]!["message"], StringComparison.Ordinal);

        await agent.Orchestrator.ConfigureAsync(Config(servers.Target("sqlite")));
        Assert.Equal("success", (string?)(await agent.Orchestrator.AskAsync("db_validate"))["status"]);
    }

    [Fact]
    public async Task A_task_is_stopped_at_its_time_limit_and_by_cancel()
    {
        var target = servers.Target("postgresql");
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        await agent.Orchestrator.ConfigureAsync(Config(target));
        var endless = new JsonObject
        {
            ["query"] = "SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b",
        };

        var late = await agent.Orchestrator.AskAsync("db_query", endless.DeepClone().AsObject(), timeoutSeconds: 1);
        Assert.Equal("timeout", (string?)late["error"]!["code"]);
        await Until(async () => await RunningQueriesAsync() == 0, "the server to stop the statement");

        await agent.Orchestrator.SendTaskAsync("t-endless", "db_query", endless);
        await Until(async () => await RunningQueriesAsync() > 0, "the query to run on the server");
        await agent.Orchestrator.SendAsync(new JsonObject { ["type"] = "task_cancel", ["task_id"] = "t-endless" });
        var cancelled = await agent.Orchestrator.ResultAsync("t-endless");
        Assert.Equal("cancelled", (string?)cancelled["error"]!["code"]);
        await Until(async () => await RunningQueriesAsync() == 0, "the server to stop the statement");
    }

    [Fact]
    public async Task Two_instances_share_the_work_and_each_task_is_answered_once()
    {
        var target = servers.Target("sqlite");
        await using var first = await RunningAgent.StartAsync(servers, target.Secrets);
        var folder = Directory.CreateTempSubdirectory("causum-second-").FullName;
        var second = AgentProcess.Start(
            new Dictionary<string, string>(target.Secrets, StringComparer.Ordinal)
            {
                ["AGENT_CONNECTION_TOKEN"] = first.Orchestrator.Token,
                ["AGENT_STATE_DIR"] = folder,
                ["AGENT_HTTP"] = "off",
            },
            "start"
        );
        await using (second)
        {
            await Until(
                () => Task.FromResult(first.Orchestrator.Seen.Count(m => (string?)m["type"] == "config_request") >= 2),
                "the second instance to register",
                first.Orchestrator
            );
            await first.Orchestrator.ConfigureAsync(Config(target));
            await Until(
                () => Task.FromResult(first.Orchestrator.Seen.Count(m => (string?)m["type"] == "config_applied") >= 2),
                "both instances to apply the config",
                first.Orchestrator
            );
            for (var i = 0; i < 200; i++)
                await first.Orchestrator.SendTaskAsync($"t-{i}", "db_schemas");
            for (var i = 0; i < 200; i++)
                await first.Orchestrator.ResultAsync($"t-{i}");
        }
        var answers = first.Orchestrator.Seen.Where(m => (string?)m["type"] == "task_result").ToList();
        Assert.Equal(200, answers.Select(a => (string?)a["task_id"]).Distinct().Count());
        Assert.Equal(200, answers.Count);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<long> RunningQueriesAsync() =>
        await servers.Postgres.ScalarAsync<long>(
            servers.PostgresDatabase,
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series%' AND pid <> pg_backend_pid()"
        );

    private static async Task<long> PendingAsync(RunningAgent agent) =>
        (
            await agent.Orchestrator.Database.StreamPendingAsync(agent.Orchestrator.Key("tasks"), "workers")
        ).PendingMessageCount;

    private static async Task ExpectInvalid(RunningAgent agent, string messageId, string code, string? taskId)
    {
        var answer = await agent.Orchestrator.WaitForAsync(
            $"the answer to {messageId}",
            m => (string?)m["type"] == "task_result" && (string?)m["message_id"] == messageId
        );
        Assert.Equal("error", (string?)answer["status"]);
        Assert.Equal(code, (string?)answer["error"]!["code"]);
        Assert.Equal(taskId, (string?)answer["task_id"]);
    }

    private static async Task Until(Func<Task<bool>> condition, string what, Orchestrator? reader = null)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (!await condition())
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"waited for {what}");
            if (reader is not null)
                await reader.PollAsync();
            await Task.Delay(20);
        }
    }

    private static JsonObject Config(TargetDatabase target) =>
        new()
        {
            ["secret_store"] = new JsonObject { ["provider"] = "env" },
            ["database"] = target.Config,
        };
}
