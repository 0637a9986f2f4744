using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Causum.Integration.EndToEnd;
using Causum.Integration.EndToEnd.Faults;
using Causum.Integration.Support;

namespace Causum.Soak;

/// <summary>Three instances of the published agent work off tasks while everything around them fails; then all is mended and judged.</summary>
internal sealed class SoakRun(int seed, TimeSpan length) : IAsyncDisposable
{
    private const int Tasks = 20_000;
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly TimeSpan ClaimIdle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("causum-soak-").FullName;
    private readonly RedisServer redis = new();
    private readonly List<LinkedAgent> agents = [];

    public async Task<Verdict> RunAsync()
    {
        await redis.InitializeAsync();
        var streams = new SoakStreams(redis);
        await StartAsync(streams);
        using var over = new CancellationTokenSource();
        using var judged = new CancellationTokenSource();
        var mishaps = new Mishaps(seed, ClaimIdle, over.Token);
        var marks = new MarkWatch(streams, judged.Token);
        var feeder = new Feeder(streams, new Random(seed), Tasks, length);
        var watching = marks.RunAsync();
        var striking = Task.WhenAll([.. agents.Select(mishaps.StrikeAsync), mishaps.StrikeAsync(redis)]);
        var telling = TellAsync(streams, feeder, mishaps, over.Token);
        await feeder.RunAsync();
        await over.CancelAsync();
        await Task.WhenAll(striking, telling);
        await UntilAsync("all tasks are answered", () => IsIdleAsync(streams));
        await ReportedAsync(streams);
        await judged.CancelAsync();
        await watching;
        return await Verdict.OfAsync(streams, marks, mishaps.Told);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var agent in agents)
            await agent.DisposeAsync();
        await redis.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync(SoakStreams streams)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AGENT_CLAIM_IDLE_SECONDS"] = ClaimIdle.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ["AGENT_LOG_LEVEL"] = "warning",
        };
        agents.AddRange(Names.Select(name => new LinkedAgent(name, redis.Port, streams.AgentKey, settings)));
        await UntilAsync(
            "all instances ask for a config",
            async () => (await streams.MessagesAsync("results", "config_request")).Count >= agents.Count
        );
        var config = new JsonObject
        {
            ["type"] = "config",
            ["config_id"] = "soak",
            ["secret_store"] = new JsonObject { ["provider"] = "env" },
            ["database"] = EndToEndServers.SeedSqlite(folder).Config,
        };
        await streams.AddAsync("config", config.ToJsonString());
        await UntilAsync(
            "all instances apply it",
            async () => (await streams.MessagesAsync("telemetry", "config_applied")).Count >= agents.Count
        );
    }

    private static async Task TellAsync(
        SoakStreams streams,
        Feeder feeder,
        Mishaps mishaps,
        CancellationToken cancellationToken
    )
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(TellEvery, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var group = await streams.GroupAsync();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{feeder.Added} added, {group.Lag?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} waiting, {group.PendingMessageCount} pending; {mishaps.Told}"
                )
            );
        }
    }

    private static async Task<bool> IsIdleAsync(SoakStreams streams)
    {
        var group = await streams.GroupAsync();
        return group.PendingMessageCount == 0 && group.LastDeliveredId == await streams.LastTaskAsync();
    }

    /// <summary>Waits for a report of each instance that was made after the last task.</summary>
    private async Task ReportedAsync(SoakStreams streams)
    {
        var from = (await streams.LookAsync()).LastResult;
        await UntilAsync(
            "each instance reports its metrics",
            async () =>
                (await streams.MessagesAsync("results", "metrics_report"))
                    .Where(report => report.Id > from)
                    .Select(report => JsonElement.Parse(report.Data).GetProperty("instance_id").GetString())
                    .Distinct()
                    .Count() >= agents.Count
        );
    }

    /// <summary>A wait that is too long is told and ends; what is missing then is for the verdict to say.</summary>
    private static async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        var until = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            if (DateTime.UtcNow > until)
            {
                Console.WriteLine($"waited in vain until {what}");
                return;
            }
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
