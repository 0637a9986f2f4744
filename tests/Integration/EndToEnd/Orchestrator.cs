using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.EndToEnd;

/// <summary>
/// A control plane as an outsider would write it from the protocol page: plain Redis commands and JSON, none of the agent's own classes. Every message that it reads is
/// checked against its schema.
/// </summary>
internal sealed class Orchestrator : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConnectionMultiplexer redis;
    private readonly string agentKey;
    private readonly ConcurrentQueue<(string Stream, string Id, JsonObject Message)> seen = new();
    private readonly Dictionary<string, string> cursors = new(StringComparer.Ordinal)
    {
        ["results"] = "0-0",
        ["telemetry"] = "0-0",
    };
    private readonly SemaphoreSlim reading = new(1);

    private Orchestrator(ConnectionMultiplexer redis, string agentKey, string url)
    {
        this.redis = redis;
        this.agentKey = agentKey;
        Token = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(new JsonObject { ["redis_url"] = url, ["agent_key"] = agentKey }.ToJsonString())
        );
    }

    /// <summary>What the operator would paste into <c>AGENT_CONNECTION_TOKEN</c>.</summary>
    public string Token { get; }

    public IDatabase Database => redis.GetDatabase();

    /// <summary>Whether anyone is left who could answer; a wait ends at once where nobody is.</summary>
    public Func<bool> Alive { get; set; } = () => true;

    public IReadOnlyList<JsonObject> Seen => [.. seen.Select(e => e.Message)];

    public static async Task<Orchestrator> ConnectAsync(int port, string agentKey) =>
        Connect(
            await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},abortConnect=false"),
            $"redis://127.0.0.1:{port}/0",
            agentKey
        );

    /// <param name="url">How the agent is told to reach the same Redis.</param>
    public static Orchestrator Connect(ConnectionMultiplexer redis, string url, string agentKey) =>
        new(redis, agentKey, url);

    public RedisKey Key(string name) => $"agent:{agentKey}:{name}";

    public async Task<string> SendAsync(JsonObject message)
    {
        var type = message["type"]!.GetValue<string>();
        SchemaCheck.Validate(type, Encoding.UTF8.GetBytes(message.ToJsonString()));
        return await SendRawAsync(type, message.ToJsonString());
    }

    /// <summary>Anything at all, right or wrong.</summary>
    public async Task<string> SendRawAsync(string? type, RedisValue data)
    {
        NameValueEntry[] fields = type is null ? [new("data", data)] : [new("type", type), new("data", data)];
        return (await Database.StreamAddAsync(Key("tasks"), fields))!;
    }

    public Task<string> SendTaskAsync(
        string taskId,
        string taskType,
        JsonObject? parameters = null,
        int? timeoutSeconds = null
    )
    {
        var message = TaskMessage(taskId, taskType, parameters ?? []);
        if (timeoutSeconds is { } seconds)
            message["timeout_seconds"] = seconds;
        return SendAsync(message);
    }

    /// <summary>Sends a task and waits for its answer.</summary>
    public async Task<JsonObject> AskAsync(string taskType, JsonObject? parameters = null, int? timeoutSeconds = null)
    {
        var taskId = $"t-{Guid.NewGuid():N}";
        await SendTaskAsync(taskId, taskType, parameters, timeoutSeconds);
        return await ResultAsync(taskId);
    }

    /// <summary>A task that the schema would not let through.</summary>
    public async Task<JsonObject> AskAnythingAsync(string taskType, JsonObject parameters)
    {
        var taskId = $"t-{Guid.NewGuid():N}";
        var message = TaskMessage(taskId, taskType, parameters);
        await SendRawAsync("task", message.ToJsonString());
        return await ResultAsync(taskId);
    }

    public Task<JsonObject> ResultAsync(string taskId) =>
        WaitForAsync(
            $"the result of {taskId}",
            m => Type(m) == "task_result" && m["task_id"]?.GetValue<string>() == taskId
        );

    public async Task<JsonObject> ConfigureAsync(JsonObject config)
    {
        var id = $"c-{Guid.NewGuid():N}";
        config["type"] = "config";
        config["config_id"] = id;
        await SendRawAsync("config", config.ToJsonString());
        return await WaitForAsync(
            $"config_applied of {id}",
            m => Type(m) == "config_applied" && m["config_id"]?.GetValue<string>() == id
        );
    }

    public Task<JsonObject> WaitForTypeAsync(string type) => WaitForAsync(type, m => Type(m) == type);

    public async Task<JsonObject> WaitForAsync(string what, Func<JsonObject, bool> wanted)
    {
        var until = DateTime.UtcNow + Patience;
        var from = 0;
        while (true)
        {
            await ReadAsync();
            var messages = seen.ToArray();
            for (; from < messages.Length; from++)
                if (wanted(messages[from].Message))
                    return messages[from].Message;
            if (DateTime.UtcNow > until || !Alive())
                throw new TimeoutException(
                    $"{what} did not come within {Patience.TotalSeconds} s; seen: {string.Join(", ", messages.Select(m => Type(m.Message)))}"
                );
            await Task.Delay(20);
        }
    }

    /// <summary>Every byte of every entry on the agent's four keys.</summary>
    public async Task<string> EverythingAsync()
    {
        var all = new StringBuilder();
        foreach (var stream in new[] { "results", "telemetry" })
        foreach (var entry in await Database.StreamRangeAsync(Key(stream)))
        foreach (var field in entry.Values)
            all.Append(field.Name).Append('=').Append(field.Value).Append('\n');
        return all.Append(await Database.StringGetAsync(Key("last_ack"))).ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await redis.DisposeAsync();
        reading.Dispose();
    }

    public static JsonObject TaskMessage(string taskId, string taskType, JsonObject parameters) =>
        new()
        {
            ["type"] = "task",
            ["task_id"] = taskId,
            ["task_type"] = taskType,
            ["params"] = parameters,
        };

    private static string Type(JsonObject message) => message["type"]!.GetValue<string>();

    /// <summary>Takes in what has come since the last look.</summary>
    public Task PollAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        await reading.WaitAsync();
        try
        {
            foreach (var (stream, cursor) in cursors.ToArray())
            {
                var entries = await EntriesAsync(stream, cursor);
                foreach (var entry in entries)
                {
                    var data = (byte[])entry["data"]!;
                    var message = JsonNode.Parse(data)!.AsObject();
                    Assert.Equal((string?)entry["type"], Type(message));
                    SchemaCheck.Validate(Type(message), data);
                    seen.Enqueue((stream, entry.Id!, message));
                    cursors[stream] = entry.Id!;
                }
            }
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<StreamEntry[]> EntriesAsync(string stream, string cursor)
    {
        try
        {
            return await Database.StreamReadAsync(Key(stream), cursor);
        }
        catch (RedisException)
        {
            // Restarting or failing over; the next look finds it.
            return [];
        }
    }
}
