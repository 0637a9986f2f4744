using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Causum.Integration.CommandLine;
using StackExchange.Redis;

namespace Causum.Benchmarks.Harness;

/// <summary>The published agent as a process of its own, on the streams of a key of its own; what it logs goes to a file, as it would in a container.</summary>
internal sealed class MeasuredAgent : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("causum-bench-").FullName;
    private readonly string key;
    private readonly Process process;

    private MeasuredAgent(IDatabase redis, int port, IReadOnlyDictionary<string, string> more, string key)
    {
        Redis = redis;
        this.key = key;
        var token = new JsonObject { ["redis_url"] = $"redis://127.0.0.1:{port}/0", ["agent_key"] = key };
        var settings = new Dictionary<string, string>(more, StringComparer.Ordinal)
        {
            ["AGENT_CONNECTION_TOKEN"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(token.ToJsonString())),
            ["AGENT_STATE_DIR"] = Path.Combine(folder, "state"),
        };
        process = AgentBinary.StartLoggingTo(Path.Combine(folder, "log"), settings, "start");
        StartedAt = Stopwatch.GetTimestamp();
    }

    public IDatabase Redis { get; }

    /// <summary>By <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long StartedAt { get; }

    public RedisKey Tasks => $"agent:{key}:tasks";

    public RedisKey Results => $"agent:{key}:results";

    /// <summary>Resident memory in MB, as the kernel counts it.</summary>
    public double ResidentMegabytes => StatusKilobytes("VmRSS:") / 1024.0;

    /// <summary>The highest it ever was.</summary>
    public double PeakMegabytes => StatusKilobytes("VmHWM:") / 1024.0;

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Started with a config on its stream; returns at once.</summary>
    public static MeasuredAgent Launch(IDatabase redis, int port, IReadOnlyDictionary<string, string>? more = null) =>
        new(redis, port, more ?? new Dictionary<string, string>(StringComparer.Ordinal), $"bench-{Guid.NewGuid():N}");

    /// <summary>Another instance on the same streams.</summary>
    public MeasuredAgent Join(int port, IReadOnlyDictionary<string, string> more) => new(Redis, port, more, key);

    /// <summary>Started, configured and warm enough to have answered a task.</summary>
    public static async Task<MeasuredAgent> StartAsync(
        IDatabase redis,
        int port,
        Option<JsonObject> database = default,
        IReadOnlyDictionary<string, string>? more = null
    )
    {
        var agent = Launch(redis, port, more);
        await agent.WaitForAsync("config_request");
        await agent.ConfigureAsync(database);
        await agent.AnswerAsync("pipeline_validate", []);
        return agent;
    }

    public Task ConfigureAsync(Option<JsonObject> database, Option<JsonObject> model = default)
    {
        var config = new JsonObject { ["type"] = "config", ["config_id"] = "bench" };
        database.IfSome(section => config["database"] = section.DeepClone());
        model.IfSome(section => config["llm"] = section.DeepClone());
        return SendAsync("config", config.ToJsonString());
    }

    /// <summary>Gives so many instances on these streams a config, and waits until each has applied and checked it.</summary>
    public async Task ConfigureAllAsync(int instances, JsonObject database, JsonObject model)
    {
        await UntilAsync(instances, Results, entry => entry["type"] == "config_request");
        await ConfigureAsync(database, model);
        await UntilAsync(instances, $"agent:{key}:telemetry", IsCheckOfConfig);
    }

    private async Task UntilAsync(int count, RedisKey stream, Func<StreamEntry, bool> wanted)
    {
        var patience = Stopwatch.StartNew();
        while ((await Redis.StreamRangeAsync(stream)).Count(wanted) < count)
        {
            if (patience.Elapsed > TimeSpan.FromSeconds(60))
                throw new TimeoutException($"{count} instances were not configured in a minute.");
            await System.Threading.Tasks.Task.Delay(100);
        }
    }

    private static bool IsCheckOfConfig(StreamEntry entry) =>
        entry["type"] == "validation_report" && JsonNode.Parse((byte[])entry["data"]!)!["config_id"] is not null;

    public static string Task(string id, string type, JsonObject parameters) =>
        new JsonObject
        {
            ["type"] = "task",
            ["task_id"] = id,
            ["task_type"] = type,
            ["params"] = parameters.DeepClone(),
        }.ToJsonString();

    public async Task SendAsync(string type, string data) =>
        await Redis.StreamAddAsync(Tasks, [new("type", type), new("data", data)]);

    /// <summary>Sends one task and waits for its answer by a blocked read; gives the whole answer.</summary>
    public async Task<JsonObject> AnswerAsync(string type, JsonObject parameters)
    {
        var id = $"t-{Guid.NewGuid():N}";
        var from = await LastResultAsync();
        await SendAsync("task", Task(id, type, parameters));
        return await WaitForAsync("task_result", id, from);
    }

    /// <summary>Seconds from the moment that the last of the tasks is on the stream until the last answer is.</summary>
    public async Task<double> BurstAsync(string task, int count)
    {
        var before = await Redis.StreamLengthAsync(Results);
        await FillAsync(Redis, Tasks, task, count);
        var watch = Stopwatch.StartNew();
        while (await Redis.StreamLengthAsync(Results) < before + count)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(5))
                throw new TimeoutException("The agent did not answer a burst of tasks in five minutes.");
            await System.Threading.Tasks.Task.Delay(1);
        }
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>All at once, by the server itself, so that the sender takes no part in what is measured.</summary>
    public static Task FillAsync(IDatabase redis, RedisKey stream, string task, int count) =>
        redis.ScriptEvaluateAsync(
            "for i = 1, ARGV[1] do redis.call('XADD', KEYS[1], '*', 'type', 'task', 'data', ARGV[2]) end",
            [stream],
            [count, task]
        );

    public async Task<string> LastResultAsync() =>
        await Redis.KeyExistsAsync(Results) ? (string)(await Redis.StreamInfoAsync(Results)).LastGeneratedId! : "0-0";

    public Task<JsonObject> WaitForAsync(string type) => WaitForAsync(type, null, "0-0");

    private async Task<JsonObject> WaitForAsync(string type, string? taskId, string from)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (process.HasExited)
                break;
            var reply = await Redis.ExecuteAsync("XREAD", "BLOCK", 1000, "STREAMS", Results, from);
            if (reply.IsNull)
                continue;
            var entries = reply.Resp3Type == ResultType.Map ? reply[1] : reply[0][1];
            for (var i = 0; i < entries.Length; i++)
            {
                from = (string)entries[i][0]!;
                var message = JsonNode.Parse((byte[])entries[i][1][3]!)!.AsObject();
                if (
                    message["type"]!.GetValue<string>() == type
                    && (taskId is null || message["task_id"]?.GetValue<string>() == taskId)
                )
                    return message;
            }
        }
        throw new TimeoutException(
            $"the agent sent no {type}; its log ends with:\n{string.Join('\n', File.ReadLines(Path.Combine(folder, "log")).TakeLast(5))}"
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private long StatusKilobytes(string field) =>
        long.Parse(
            File.ReadLines($"/proc/{process.Id}/status")
                .First(line => line.StartsWith(field, StringComparison.Ordinal))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
