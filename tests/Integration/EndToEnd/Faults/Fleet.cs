using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>
/// Instances of the published agent on one agent key, each behind a link of its own, and what Redis holds of their work. A held task asks the model about a field, and the
/// model does not answer until the test says so; any other task is answered at once.
/// </summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>Results that may wait for Redis in one instance, and tasks that may run besides.</summary>
    public const int MostPending = 256 + 64;

    /// <summary>A script that adds so many copies of a task to a stream.</summary>
    public const string AddMany =
        "for i = 1, ARGV[1] do redis.call('XADD', KEYS[1], '*', 'type', 'task', 'data', ARGV[2]) end";

    private const string Group = "workers";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("causum-fleet-").FullName;
    private readonly ConcurrentDictionary<string, HeldTask> held = new(StringComparer.Ordinal);
    private readonly List<LinkedAgent> agents = [];
    private readonly RedisServer redis;
    private readonly StubModel model;

    private Fleet(RedisServer redis, StubModel model, Orchestrator orchestrator)
    {
        (this.redis, this.model, Orchestrator) = (redis, model, orchestrator);
        model.Answer = Answer;
    }

    public Orchestrator Orchestrator { get; }

    public LinkedAgent this[int index] => agents[index];

    public RedisKey Tasks => Orchestrator.Key("tasks");

    /// <summary>
    /// Started and configured; the instances are called a, b and so on. The work of a dead one is free after two seconds.
    /// </summary>
    /// <param name="more">Settings of each.</param>
    /// <param name="login">As <c>user:password@</c>, where they need one.</param>
    public static async Task<Fleet> StartAsync(
        RedisServer redis,
        int count,
        IReadOnlyDictionary<string, string>? more = null,
        string login = ""
    )
    {
        var agentKey = $"faults-{Guid.NewGuid():N}";
        var fleet = new Fleet(
            redis,
            await StubModel.StartAsync(),
            await Orchestrator.ConnectAsync(redis.Port, agentKey)
        );
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AGENT_CLAIM_IDLE_SECONDS"] = "2",
            ["AGENT_HEARTBEAT_SECONDS"] = "1",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
            settings[name] = value;
        for (var i = 0; i < count; i++)
            fleet.agents.Add(new LinkedAgent($"{(char)('a' + i)}", redis.Port, agentKey, settings, login));
        await fleet.ConfigureAsync();
        return fleet;
    }

    /// <summary>The message of a task that is answered as soon as it runs.</summary>
    public static string QuickTask(string task) => Orchestrator.TaskMessage(task, "db_schemas", []).ToJsonString();

    /// <summary>Adds a task that is answered as soon as it runs.</summary>
    public Task<string> AddAsync(string task) => Orchestrator.SendTaskAsync(task, "db_schemas");

    /// <summary>Adds a task that runs until <see cref="LetGo"/>.</summary>
    public Task<string> AddHeldAsync(string task)
    {
        // A name that tells nothing, or the rules would spare the model the question.
        var name = string.Create(CultureInfo.InvariantCulture, $"qx{held.Count}zz");
        held[task] = new HeldTask(name);
        var field = new JsonObject { ["name"] = name };
        return Orchestrator.SendTaskAsync(
            task,
            "classify_fields",
            new JsonObject { ["fields"] = new JsonArray(field) }
        );
    }

    /// <summary>How often the held task was run so far.</summary>
    public int Ran(string task) => model.Requests.Count(r => held[task].IsAskedBy(r));

    public Task RunsAsync(string task, int times = 1) =>
        UntilAsync(() => Task.FromResult(Ran(task) >= times), $"{task} was run {times} times");

    public void LetGo(string task) => held[task].Gate.TrySetResult();

    /// <summary>The first answer to a task, as it stands in Redis.</summary>
    public async Task<JsonObject> AnswerAsync(string task)
    {
        IReadOnlyList<JsonObject> found = [];
        await UntilAsync(async () => (found = await AnswersAsync(task)).Count > 0, $"an answer to {task}");
        return found[0];
    }

    public async Task<IReadOnlyList<JsonObject>> AnswersAsync(string task) =>
        [.. (await ResultsAsync("task_result")).Where(m => (string?)m["task_id"] == task)];

    /// <summary>Everything of one type in the results stream, in order.</summary>
    public Task<IReadOnlyList<JsonObject>> ResultsAsync(string type) => MessagesAsync("results", type);

    public Task<IReadOnlyList<JsonObject>> TelemetryAsync(string type) => MessagesAsync("telemetry", type);

    public async Task<int> PendingAsync() =>
        (await redis.Database.StreamPendingAsync(Tasks, Group)).PendingMessageCount;

    /// <summary>Waits until nothing is pending for anyone, and sees that the mark is at the last entry.</summary>
    public async Task SettledAsync()
    {
        await UntilAsync(async () => await PendingAsync() == 0, "nothing is pending");
        Assert.Equal((await redis.Database.StreamInfoAsync(Tasks)).LastGeneratedId, await MarkAsync());
    }

    public Task<RedisValue> MarkAsync() => redis.Database.StringGetAsync(Orchestrator.Key("last_ack"));

    /// <summary>Each of these tasks has exactly one answer, and it is a success.</summary>
    public async Task AnsweredOnceAsync(params IEnumerable<string> tasks)
    {
        var wanted = tasks.ToHashSet(StringComparer.Ordinal);
        await SettledAsync();
        var answers = (await ResultsAsync("task_result")).Where(m => wanted.Contains((string)m["task_id"]!)).ToList();
        Assert.All(answers, answer => Assert.Equal("success", (string?)answer["status"]));
        Assert.Equal(wanted.Order(), answers.Select(m => (string)m["task_id"]!).Order());
    }

    /// <summary>Waits until the instance has registered, applied a config and checked it, counted from the last look at <see cref="ReadyCountAsync"/>.</summary>
    public Task ReadyAsync(LinkedAgent agent, int times = 1) =>
        UntilAsync(async () => await ReadyCountAsync(agent) >= times, $"{agent.Name} is configured");

    public async Task<int> ReadyCountAsync(LinkedAgent agent) =>
        (await TelemetryAsync("validation_report")).Count(m =>
            (string?)m["instance_id"] == agent.Name && m["config_id"] is not null
        );

    /// <summary>Waits; a failure comes with what the instances logged.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        try
        {
            await Eventually.HoldsAsync(condition, what, Patience);
        }
        catch (Xunit.Sdk.TrueException e)
        {
            var logs = agents.Select(agent => $"{agent.Name}: {agent.Process.Errors}");
            throw new TimeoutException($"{e.Message}\n{string.Join('\n', logs)}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var agent in agents)
            await agent.DisposeAsync();
        await Orchestrator.DisposeAsync();
        await model.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ConfigureAsync()
    {
        await UntilAsync(
            async () => (await ResultsAsync("config_request")).Count >= agents.Count,
            "all instances ask for a config"
        );
        await Orchestrator.SendAsync(
            new JsonObject
            {
                ["type"] = "config",
                ["config_id"] = "c-faults",
                ["secret_store"] = new JsonObject { ["provider"] = "env" },
                ["database"] = EndToEndServers.SeedSqlite(folder).Config,
                ["llm"] = new JsonObject
                {
                    ["enabled"] = true,
                    ["endpoint"] = model.Endpoint,
                    ["auth_type"] = "no_auth",
                    ["model"] = "stub",
                },
            }
        );
        foreach (var agent in agents)
            await ReadyAsync(agent);
    }

    private StubModelReply Answer(StubModelRequest request)
    {
        var answer = StubModelAnswers.Honest(request);
        return held.Values.FirstOrDefault(task => task.IsAskedBy(request)) is { } task
            ? new StubModelReply.Held(task.Gate.Task, answer)
            : answer;
    }

    private async Task<IReadOnlyList<JsonObject>> MessagesAsync(string stream, string type) =>
        [
            .. (await redis.Database.StreamRangeAsync(Orchestrator.Key(stream)))
                .Where(entry => entry["type"] == type)
                .Select(entry => JsonNode.Parse((string)entry["data"]!)!.AsObject()),
        ];

    private sealed record HeldTask(string Field)
    {
        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsAskedBy(StubModelRequest request) => request.Body.Contains(Field, StringComparison.Ordinal);
    }
}
