using System.Globalization;
using System.Text.Json.Nodes;
using Causum.Benchmarks.Harness;
using Causum.Integration.Support;

namespace Causum.Benchmarks.Parts;

/// <summary>Tasks a second with one, two and four instances on the same streams: tasks that wait for something outside, and tasks that keep a processor busy.</summary>
internal sealed class ScalingPart : IPart
{
    private const int Rounds = 5;
    private const int Computing = 3_000;
    private const int WaitingPerInstance = 100;
    private const int Concurrency = 8;
    private static readonly int[] Fleets = [1, 2, 4];
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);

    public string Name => "scaling";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await using var model = await StubModel.StartAsync();
        model.Answer = _ => new StubModelReply.Held(Task.Delay(Wait), StubModelReply.Text("ok"));
        await using var database = TemporaryDatabase.Sqlite("CREATE TABLE t (id INTEGER)");
        foreach (var instances in Fleets)
        {
            await using var redis = new StartedRedis();
            await redis.StartAsync();
            var agents = await StartAsync(redis, database, model, instances);
            yield return await RateAsync(
                agents,
                "llm_validate",
                WaitingPerInstance * instances,
                "tasks that wait (0.1 s for a model)"
            );
            yield return await RateAsync(agents, "db_tables", Computing, "tasks that compute (db_tables on SQLite)");
            foreach (var agent in agents)
                await agent.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<MeasuredAgent>> StartAsync(
        StartedRedis redis,
        TemporaryDatabase database,
        StubModel model,
        int instances
    )
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AGENT_CONCURRENCY"] = Concurrency.ToString(CultureInfo.InvariantCulture),
        };
        var first = MeasuredAgent.Launch(redis.Database, redis.Port, settings);
        List<MeasuredAgent> agents = [first];
        for (var i = 1; i < instances; i++)
            agents.Add(first.Join(redis.Port, settings));
        await first.ConfigureAllAsync(
            instances,
            database.Section,
            new JsonObject
            {
                ["enabled"] = true,
                ["endpoint"] = model.Endpoint,
                ["auth_type"] = "no_auth",
                ["model"] = "stub",
            }
        );
        return agents;
    }

    private static async Task<Figure> RateAsync(
        IReadOnlyList<MeasuredAgent> agents,
        string type,
        int count,
        string what
    )
    {
        var task = MeasuredAgent.Task("scale", type, []);
        await agents[0].BurstAsync(task, count);
        var rates = new List<double>();
        for (var i = 0; i < Rounds; i++)
            rates.Add(count / await agents[0].BurstAsync(task, count));
        var plural = agents.Count == 1 ? "instance" : "instances";
        return Figure.Told(
            string.Create(CultureInfo.InvariantCulture, $"{agents.Count} {plural}, {what}"),
            Harness.Rounds.Median(rates),
            "tasks/s"
        );
    }
}
