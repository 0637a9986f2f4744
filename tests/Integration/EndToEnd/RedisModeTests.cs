using System.Text.Json.Nodes;
using Causum.Integration.CommandLine;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.EndToEnd;

/// <summary>The shipped binary on every kind of Redis that a connection token can name: start, config, tasks, and Redis moving away meanwhile.</summary>
public sealed class RedisModeTests : IDisposable
{
    private const int Crowd = 15;
    private readonly string folder = Directory.CreateTempSubdirectory("causum-modes-").FullName;
    private readonly TargetDatabase target;

    public RedisModeTests() => target = EndToEndServers.SeedSqlite(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Sentinels_fail_over_while_tasks_run()
    {
        await using var redis = new Started<RedisSentinel>(new RedisSentinel());
        var sentinel = await redis.ReadyAsync();
        await using var agent = await ConfiguredAsync(sentinel.Connection, sentinel.Url, NewKey());
        await SurvivesAsync(
            agent,
            async () =>
            {
                await sentinel.ReplicatedAsync();
                await sentinel.FailOverAsync(kill: true);
            }
        );
        SecretsHunt.AssertAbsent("logs and state", agent.Traces, [RedisSentinel.Password]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cluster_moves_a_slot_and_fails_over_while_tasks_run(bool tagged)
    {
        await using var redis = new Started<RedisCluster>(new RedisCluster());
        var cluster = await redis.ReadyAsync();
        var key = tagged ? $"{{{NewKey()}}}" : NewKey();
        await using var agent = await ConfiguredAsync(cluster.Connection, cluster.Url, key);
        await SurvivesAsync(agent, () => cluster.MoveSlotAsync($"agent:{key}:tasks"));
        await SurvivesAsync(agent, () => cluster.FailOverAsync($"agent:{key}:tasks"));
        Assert.Equal(!tagged, agent.Process.Errors.Contains("lie in several slots", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TLS_with_an_own_authority_through_a_proxy_with_a_password_that_dies_while_tasks_run()
    {
        await using var redis = new Started<TlsRedisServer>(new TlsRedisServer());
        var server = await redis.ReadyAsync();
        await using var proxy = new ConnectProxy("someone:proxy-planted-pw");
        await using var agent = await ConfiguredAsync(
            server.Connection,
            server.Url,
            NewKey(),
            ("AGENT_REDIS_CA_FILE", server.CaFile),
            ("AGENT_REDIS_PROXY", $"http://someone:proxy-planted-pw@127.0.0.1:{proxy.Port}")
        );
        await SurvivesAsync(
            agent,
            () =>
            {
                proxy.Cut();
                return Task.CompletedTask;
            }
        );
        Assert.Equal($"localhost:{server.TlsPort}", proxy.Asked);
        SecretsHunt.AssertAbsent("logs and state", agent.Traces, [TlsRedisServer.Password, "proxy-planted-pw"]);
    }

    [Theory]
    [InlineData("AGENT_REDIS_CA_FILE", "/nowhere/planted.pem", "must name a file of PEM certificates")]
    [InlineData("AGENT_REDIS_PROXY", "socks5://u:planted@proxy:1080", "must be of the form http://user:password@host")]
    public async Task A_setting_that_cannot_work_stops_the_start(string name, string value, string fault)
    {
        await using var away = await Orchestrator.ConnectAsync(1, "nobody");
        var ended = await AgentBinary.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AGENT_CONNECTION_TOKEN"] = away.Token,
                ["AGENT_STATE_DIR"] = Path.Combine(folder, "state"),
                [name] = value,
            },
            "start"
        );
        Assert.Equal(2, ended.Code);
        Assert.Contains($"{name}: {fault}", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", ended.Errors, StringComparison.Ordinal);
    }

    /// <summary>One task runs all the time, others come before and after; each has one result in the end, and nothing stays pending.</summary>
    private static async Task SurvivesAsync(RunningAgent agent, Func<Task> move)
    {
        var round = Guid.NewGuid().ToString("N");
        var slow = new JsonObject
        {
            ["query"] =
                "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000) SELECT count(*) FROM c",
        };
        await agent.Orchestrator.SendTaskAsync($"{round}-slow", "db_query", slow);
        for (var i = 0; i < Crowd; i++)
            await agent.Orchestrator.SendTaskAsync($"{round}-before-{i}", "db_schemas");
        await move();
        for (var i = 0; i < Crowd; i++)
            await SendAsync(agent, $"{round}-after-{i}");
        string[] all =
        [
            $"{round}-slow",
            .. Enumerable.Range(0, Crowd).SelectMany(i => new[] { $"{round}-before-{i}", $"{round}-after-{i}" }),
        ];
        foreach (var id in all)
            Assert.Equal("success", (string?)(await agent.Orchestrator.ResultAsync(id))["status"]);
        await Eventually.HoldsAsync(async () => await PendingAsync(agent) == 0, "everything is acknowledged");
    }

    // The control plane, too, tries again until Redis has the task.
    private static Task SendAsync(RunningAgent agent, string id) =>
        Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    await agent.Orchestrator.SendTaskAsync(id, "db_schemas");
                    return true;
                }
                catch (RedisException)
                {
                    return false;
                }
            },
            $"{id} is sent"
        );

    private static async Task<int> PendingAsync(RunningAgent agent) =>
        (
            await agent.Orchestrator.Database.StreamPendingAsync(agent.Orchestrator.Key("tasks"), "workers")
        ).PendingMessageCount;

    private async Task<RunningAgent> ConfiguredAsync(
        ConnectionMultiplexer redis,
        string url,
        string key,
        params (string Name, string Value)[] settings
    )
    {
        var agent = await RunningAgent.StartAsync(
            Orchestrator.Connect(redis, url, key),
            settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal)
        );
        var config = new JsonObject
        {
            ["secret_store"] = new JsonObject { ["provider"] = "env" },
            ["database"] = target.Config,
        };
        await agent.Orchestrator.ConfigureAsync(config);
        return agent;
    }

    private static string NewKey() => $"mode-{Guid.NewGuid():N}";

    /// <summary>Servers of one test's own, for the test leaves them otherwise than it found them.</summary>
    private sealed class Started<T>(T servers) : IAsyncDisposable
        where T : IAsyncLifetime
    {
        public async Task<T> ReadyAsync()
        {
            await servers.InitializeAsync();
            return servers;
        }

        public async ValueTask DisposeAsync() => await servers.DisposeAsync();
    }
}
