using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Causum.Benchmarks.Harness;
using Causum.Integration.CommandLine;
using StackExchange.Redis;

namespace Causum.Benchmarks.Parts;

/// <summary>The published agent as a process: its start, its memory, and what it costs when nothing happens.</summary>
internal sealed class ProcessPart : IPart
{
    private const int Starts = 9;
    private const int Burst = 2_000;
    private const int Bursts = 10;
    private const int ManyRows = 3_000_000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public string Name => "process";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await using var redis = new StartedRedis();
        await redis.StartAsync();
        await using var database = TemporaryDatabase.Sqlite();
        yield return Figure.AtMost("agent version", await VersionAsync(), 0.12, "s");
        yield return Figure.AtMost(
            "process start to first answered task",
            await FirstAnswerAsync(redis, database),
            0.5,
            "s"
        );
        foreach (var figure in await IdleAsync(redis, database))
            yield return figure;
        foreach (var figure in await LoadAsync(redis, database))
            yield return figure;
        yield return await CutAsync(redis, database);
    }

    private static async Task<double> VersionAsync()
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
            times.Add(await Rounds.OnceAsync(() => AgentBinary.RunAsync(none, "version")));
        return Rounds.Median(times);
    }

    /// <summary>The config and a SELECT 1 are there as soon as the agent asks for them, as after any restart.</summary>
    private static async Task<double> FirstAnswerAsync(StartedRedis redis, TemporaryDatabase database)
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await using var agent = MeasuredAgent.Launch(redis.Database, redis.Port);
            await agent.SendAsync(
                "task",
                MeasuredAgent.Task("first", "db_query", new JsonObject { ["query"] = "SELECT 1" })
            );
            await agent.WaitForAsync("config_request");
            await agent.ConfigureAsync(database.Section);
            await agent.WaitForAsync("task_result");
            times.Add(Stopwatch.GetElapsedTime(agent.StartedAt).TotalSeconds);
        }
        return Rounds.Median(times);
    }

    private static async Task<IReadOnlyList<Figure>> IdleAsync(StartedRedis redis, TemporaryDatabase database)
    {
        await using var agent = await MeasuredAgent.StartAsync(redis.Database, redis.Port, database.Section);
        await Task.Delay(Settled);
        var (commands, processor) = (await CommandsAsync(redis.Admin), agent.ProcessorTime);
        await Task.Delay(Idle);
        var used = agent.ProcessorTime - processor;
        // The two questions about it are commands of their own.
        var sent = await CommandsAsync(redis.Admin) - commands - 1;
        return
        [
            Figure.AtMost("idle: resident memory", agent.ResidentMegabytes, 80, "MB"),
            Figure.AtMost("idle: Redis commands, heartbeats and all", sent / Idle.TotalSeconds, 2, "a second"),
            Figure.AtMost("idle: processor", used / Idle * 100, 0.5, "% of a core"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> LoadAsync(StartedRedis redis, TemporaryDatabase database)
    {
        await using var agent = await MeasuredAgent.StartAsync(redis.Database, redis.Port, database.Section);
        var task = MeasuredAgent.Task("load", "db_query", new JsonObject { ["query"] = "SELECT 1" });
        var resident = new List<double>();
        for (var i = 0; i < Bursts; i++)
        {
            await redis.Database.StreamTrimAsync(agent.Tasks, 0);
            await redis.Database.StreamTrimAsync(agent.Results, 0);
            await agent.BurstAsync(task, Burst);
            resident.Add(agent.ResidentMegabytes);
        }
        var (first, last) = (resident[Bursts / 2], resident[^1]);
        var count = (Burst * Bursts).ToString("#,0", CultureInfo.InvariantCulture);
        return
        [
            Figure.AtMost($"{count} queries in a row: highest resident memory", agent.PeakMegabytes, 150, "MB"),
            Figure.AtMost($"{count} queries in a row: growth over the second half", last - first, 5, "MB"),
        ];
    }

    private static async Task<Figure> CutAsync(StartedRedis redis, TemporaryDatabase database)
    {
        await using var agent = await MeasuredAgent.StartAsync(redis.Database, redis.Port, database.Section);
        await agent.AnswerAsync("db_query", new JsonObject { ["query"] = "SELECT 1" });
        var before = agent.PeakMegabytes;
        var many = string.Create(
            CultureInfo.InvariantCulture,
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ManyRows}) SELECT i, 'a value of some length ' || i AS v FROM n"
        );
        var answer = await agent.AnswerAsync("db_query", new JsonObject { ["query"] = many, ["max_rows"] = ManyRows });
        if (answer["result"]?["truncated"]?.GetValue<bool>() != true)
            throw new InvalidOperationException($"The query was not cut: {answer["error"]?.ToJsonString()}");
        return Figure.AtMost(
            "a query of 3,000,000 rows cut by the limits: memory it adds",
            agent.PeakMegabytes - before,
            64,
            "MB"
        );
    }

    private static async Task<long> CommandsAsync(IServer server) =>
        long.Parse(
            (await server.InfoAsync("stats"))
                .SelectMany(group => group)
                .First(pair => pair.Key == "total_commands_processed")
                .Value,
            CultureInfo.InvariantCulture
        );
}
