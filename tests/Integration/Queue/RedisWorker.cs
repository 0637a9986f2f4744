using System.Collections.Concurrent;
using System.Text.Json;
using Causum.Application.Configuration;
using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>A whole worker on a real Redis, configured and working; tasks that the test holds go on when it says so.</summary>
internal sealed class RedisWorker : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = new(StringComparer.Ordinal);
    private readonly CapturedLog<AgentWorker> log = new();
    private readonly ScriptedSender handlers = new();
    private readonly ITaskQueue queue;
    private readonly Configurator configurator;
    private readonly AgentWorker worker;
    private Task run = Task.CompletedTask;
    private int ran;

    private RedisWorker(RedisSide side, AgentSettings settings)
    {
        Side = side;
        queue = side.Connect(settings.InstanceId, settings.ClaimIdle);
        configurator = WorkerParts.Configurator(settings, TimeProvider.System);
        worker = WorkerParts.Worker(queue, handlers, configurator, settings, side.Metrics, TimeProvider.System, log);
        var usual = handlers.Script;
        handlers.Script = async (id, ct) =>
        {
            Interlocked.Increment(ref ran);
            if (held.TryGetValue(id, out var gate))
                await gate.Task.WaitAsync(ct);
            return await usual(id, ct);
        };
    }

    public RedisSide Side { get; }

    /// <summary>How often a task was run.</summary>
    public int Ran => Volatile.Read(ref ran);

    public ITaskQueue Queue => queue;

    /// <summary>The log says that another process has the same identity.</summary>
    public bool ToldShared => log.Lines.Any(l => l.Contains(NamesakeWatch.Sentence, StringComparison.Ordinal));

    /// <summary>The log says that there is none any more.</summary>
    public bool ToldAlone => log.Lines.Any(l => l.Contains("only process with its ID again", StringComparison.Ordinal));

    public static async Task<RedisWorker> StartAsync(
        RedisServer server,
        RedisSide? side = null,
        string instance = "agent-1",
        TimeSpan? claimIdle = null,
        Func<AgentSettings, AgentSettings>? change = null
    )
    {
        var streams = side ?? new RedisSide(server);
        var settings = streams.Settings(instance, claimIdle ?? TimeSpan.FromMinutes(1));
        var registered = (await streams.MessagesAsync(streams.Keys.Results, "instance_register")).Count;
        var agent = new RedisWorker(streams, change?.Invoke(settings) ?? settings);
        agent.run = agent.worker.RunAsync(agent.stop.Token, agent.abort.Token);
        await Eventually.HoldsAsync(
            async () => (await streams.MessagesAsync(streams.Keys.Results, "instance_register")).Count > registered,
            "the instance registers"
        );
        var before = (await streams.MessagesAsync(streams.Keys.Telemetry, "config_applied")).Count;
        await streams.AddAsync("config", WorkerHarness.Config);
        await Eventually.HoldsAsync(
            async () => (await streams.MessagesAsync(streams.Keys.Telemetry, "config_applied")).Count > before,
            "the config is applied"
        );
        return agent;
    }

    public Task<EntryId> SendAsync(string task) =>
        Side.AddAsync("task", $$$"""{"type":"task","task_id":"{{{task}}}","task_type":"db_schemas","params":{}}""");

    /// <summary>Sends a task and waits for its answer.</summary>
    public async Task<string> AnsweredAsync(string task) => await AnswerAsync(await SendAsync(task));

    /// <summary>Sends a task and waits until it runs; it goes on at <see cref="ReleaseAsync"/>.</summary>
    public async Task<EntryId> HoldAsync(string task)
    {
        held[task] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = handlers.Running;
        var entry = await SendAsync(task);
        await Eventually.HoldsAsync(() => handlers.Running > running, "the task runs");
        return entry;
    }

    /// <summary>Lets all held tasks go on and waits for the answer to one of them.</summary>
    public async Task<string> ReleaseAsync(EntryId entry)
    {
        Release();
        return await AnswerAsync(entry);
    }

    public void Release()
    {
        foreach (var gate in held.Values)
            gate.TrySetResult();
    }

    public async Task<string> AnswerAsync(EntryId entry)
    {
        string? answer = null;
        await Eventually.HoldsAsync(
            async () => (answer = (await ResultsAsync()).FirstOrDefault(a => IsFor(a, entry))) is not null,
            $"an answer to {entry}"
        );
        return answer ?? "";
    }

    /// <summary>All answers to tasks in the results stream.</summary>
    public Task<IReadOnlyList<string>> ResultsAsync() => Side.MessagesAsync(Side.Keys.Results, "task_result");

    public async Task<int> PendingAsync() =>
        (await Side.Database.StreamPendingAsync(Side.Keys.Tasks, StreamKeysGroup)).PendingMessageCount;

    /// <summary>As SIGTERM does.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Eventually.InTimeAsync(run);
    }

    public async ValueTask DisposeAsync()
    {
        await abort.CancelAsync();
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await configurator.DisposeAsync();
        await queue.DisposeAsync();
        stop.Dispose();
        abort.Dispose();
    }

    private const string StreamKeysGroup = "workers";

    private static bool IsFor(string answer, EntryId entry) =>
        JsonElement.Parse(answer).GetProperty("message_id").GetString() == entry.ToString();
}
