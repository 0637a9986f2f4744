using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Causum.Benchmarks.Harness;

namespace Causum.Benchmarks.Parts;

/// <summary>Tasks a second through the whole published agent against a bare loop on the same server, and how long one task takes on an idle agent.</summary>
internal sealed class QueuePart : IPart
{
    private const int Burst = 10_000;
    private const int Rounds = 7;
    private const int WarmUpRounds = 3;
    private const int Singles = 200;
    private static readonly TimeSpan BetweenSingles = TimeSpan.FromMilliseconds(20);

    public string Name => "queue";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await using var redis = new StartedRedis();
        await redis.StartAsync();
        await using var database = TemporaryDatabase.Sqlite();
        var trivial = new Load("pipeline_validate", [], None);
        var select = new Load("db_query", new JsonObject { ["query"] = "SELECT 1" }, database.Section);
        yield return await ThroughputAsync(redis, None, "trivial tasks, default concurrency", trivial);
        yield return await ThroughputAsync(redis, 16, "trivial tasks, AGENT_CONCURRENCY=16", trivial);
        yield return await ThroughputAsync(redis, 64, "trivial tasks, AGENT_CONCURRENCY=64", trivial);
        var queries = await ThroughputAsync(redis, None, "SELECT 1 on SQLite, default concurrency", select);
        yield return queries with
        {
            Bound = None,
            Within = true,
        };
        yield return await SingleAsync(redis, select);
    }

    private static async Task<Figure> ThroughputAsync(
        StartedRedis redis,
        Option<int> concurrency,
        string what,
        Load load
    )
    {
        var more = concurrency
            .Map(n => new Dictionary<string, string>(StringComparer.Ordinal) { ["AGENT_CONCURRENCY"] = Number(n) })
            .IfNone(() => new Dictionary<string, string>(StringComparer.Ordinal));
        await using var agent = await MeasuredAgent.StartAsync(redis.Database, redis.Port, load.Section, more);
        var answer = await agent.AnswerAsync(load.TaskType, load.Parameters);
        if (answer["status"]!.GetValue<string>() != "success")
            throw new InvalidOperationException($"{load.TaskType} is no trivial success: {answer.ToJsonString()}");
        var task = MeasuredAgent.Task("t-00000", load.TaskType, load.Parameters);
        var bare = new BareLoop(
            redis.Database,
            $"{agent.Tasks}:bare",
            $"{agent.Results}:bare",
            concurrency.IfNone(Math.Max(4, 2 * Environment.ProcessorCount))
        );
        await bare.PrepareAsync();
        var result = Encoding.UTF8.GetBytes(answer.ToJsonString());
        var rounds = new List<(double Bare, double Agent)>();
        var processor = agent.ProcessorTime;
        for (var i = 0; i < WarmUpRounds + Rounds; i++)
        {
            if (i == WarmUpRounds)
                processor = agent.ProcessorTime;
            await MeasuredAgent.FillAsync(redis.Database, $"{agent.Tasks}:bare", task, Burst);
            var loop = await Harness.Rounds.OnceAsync(() => bare.RunAsync(Burst, result));
            rounds.Add((Burst / loop, Burst / await agent.BurstAsync(task, Burst)));
            await redis.Database.StreamTrimAsync(agent.Tasks, 0);
            await redis.Database.StreamTrimAsync($"{agent.Tasks}:bare", 0);
            await redis.Database.StreamTrimAsync(agent.Results, 0);
            await redis.Database.StreamTrimAsync($"{agent.Results}:bare", 0);
        }
        var used = (agent.ProcessorTime - processor).TotalMicroseconds / (Rounds * Burst);
        var warm = rounds.Skip(WarmUpRounds).ToArray();
        var (bareRate, agentRate) = (
            Harness.Rounds.Median(warm.Select(r => r.Bare)),
            Harness.Rounds.Median(warm.Select(r => r.Agent))
        );
        return Figure.AtLeast(
            what,
            Harness.Rounds.Median(warm.Select(r => r.Agent / r.Bare)),
            0.5,
            "× bare loop",
            string.Create(
                CultureInfo.InvariantCulture,
                $" ({agentRate:#,0} against {bareRate:#,0} tasks/s, {used:0} µs of processor time a task)"
            )
        );
    }

    private static async Task<Figure> SingleAsync(StartedRedis redis, Load load)
    {
        await using var agent = await MeasuredAgent.StartAsync(redis.Database, redis.Port, load.Section);
        var times = new List<double>();
        for (var i = 0; i < 2 * Singles; i++)
        {
            await Task.Delay(BetweenSingles);
            var from = await agent.LastResultAsync();
            var task = MeasuredAgent.Task($"s-{i}", load.TaskType, load.Parameters);
            var watch = Stopwatch.StartNew();
            await agent.SendAsync("task", task);
            while ((await redis.Database.ExecuteAsync("XREAD", "BLOCK", 1000, "STREAMS", agent.Results, from)).IsNull)
            { }
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        var warm = times.Skip(Singles).Order().ToArray();
        return Figure.AtMost(
            "SELECT 1 (SQLite) on an idle agent, sent to answered, p50",
            Harness.Rounds.Median(warm),
            3,
            "ms",
            string.Create(CultureInfo.InvariantCulture, $" (p95 {warm[(int)(warm.Length * 0.95)]:0.##} ms)")
        );
    }

    /// <param name="Section">None: no database.</param>
    private sealed record Load(string TaskType, JsonObject Parameters, Option<JsonObject> Section);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
