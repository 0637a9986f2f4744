using System.Text;
using System.Text.Json;
using Causum.Application.Configuration;
using Causum.Application.Wire;
using Causum.Application.Worker;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Causum.Infrastructure.InMemory;
using Causum.Integration.Support;
using Microsoft.Extensions.Time.Testing;

namespace Causum.Integration.Queue;

/// <summary>One worker on a queue in memory, under a clock that stands still until the test moves it.</summary>
internal sealed class WorkerHarness : IAsyncDisposable
{
    public const string Instance = "agent-1";
    public const string Config = """{"type":"config","config_id":"c-1","secret_store":{"provider":"env"}}""";

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private readonly Configurator configurator;
    private readonly InMemoryTaskQueue queue;
    private readonly AgentWorker worker;

    public WorkerHarness(int concurrency = 4)
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        Broker = new InMemoryBroker(Time);
        var settings = new AgentSettings
        {
            Connection = ConnectionToken.Local,
            InstanceId = Instance,
            StateDirectory = "unused",
            Log = new LogSettings(Verbosity.Error, LogFormat.Text, None),
            Concurrency = concurrency,
        };
        Metrics = new Metrics();
        queue = new InMemoryTaskQueue(Broker, Instance, new ClaimTiming(settings.ClaimIdle));
        configurator = WorkerParts.Configurator(settings, Time);
        worker = WorkerParts.Worker(queue, Handlers, configurator, settings, Metrics, Time);
    }

    public FakeTimeProvider Time { get; }

    public InMemoryBroker Broker { get; }

    public Metrics Metrics { get; }

    public ScriptedSender Handlers { get; } = new();

    public Task Run { get; private set; } = Task.CompletedTask;

    public IReadOnlyList<JsonElement> Results => Parsed(Broker.Results);

    public IReadOnlyList<JsonElement> Telemetry => Parsed(Broker.Telemetry);

    public Backlog Backlog => Broker.Tasks.Backlog();

    public void Start() => Run = worker.RunAsync(stop.Token, abort.Token);

    /// <summary>Started and with a config in force.</summary>
    public static async Task<WorkerHarness> ConfiguredAsync(int concurrency = 4)
    {
        var harness = new WorkerHarness(concurrency);
        harness.Start();
        await harness.SentAsync("instance_register");
        harness.Send(Config);
        await harness.ToldAsync("config_applied");
        return harness;
    }

    public Task StopAsync() => stop.CancelAsync();

    public Task AbortAsync() => abort.CancelAsync();

    public EntryId Send(string json)
    {
        using var document = JsonDocument.Parse(json);
        var type = document.RootElement.GetProperty("type").GetString();
        return Broker.Send(Optional(type), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(json));
    }

    public EntryId SendTask(string id, string extra = "") =>
        Send($$$"""{"type":"task","task_id":"{{{id}}}","task_type":"db_schemas","params":{}{{{extra}}}}""");

    /// <summary>Waits for the n-th message of a type in the results stream.</summary>
    public Task<JsonElement> SentAsync(string type, int nth = 1) => NthAsync(() => Results, type, nth);

    /// <summary>Waits for the n-th message of a type in the telemetry stream.</summary>
    public Task<JsonElement> ToldAsync(string type, int nth = 1) => NthAsync(() => Telemetry, type, nth);

    /// <summary>Waits for the answer to an entry.</summary>
    public async Task<JsonElement> AnswerAsync(EntryId entry)
    {
        JsonElement? answer = null;
        await Eventually.HoldsAsync(
            () => (answer = Answers(entry).Select(a => (JsonElement?)a).FirstOrDefault()) is not null,
            $"an answer to {entry}"
        );
        return answer ?? default;
    }

    public IEnumerable<JsonElement> Answers(EntryId entry) =>
        Of(Results, "task_result").Where(m => m.GetProperty("message_id").GetString() == entry.ToString());

    /// <summary>Moves the clock on, step by step, until the condition holds.</summary>
    public Task MoveUntilAsync(Func<bool> condition, string what, TimeSpan? step = null) =>
        Eventually.HoldsAsync(
            () =>
            {
                if (condition())
                    return true;
                Time.Advance(step ?? TimeSpan.FromSeconds(1));
                return false;
            },
            what
        );

    public static IReadOnlyList<JsonElement> Of(IReadOnlyList<JsonElement> messages, string type) =>
        [.. messages.Where(m => m.GetProperty("type").GetString() == type)];

    public static string? ErrorCode(JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetString();

    public async ValueTask DisposeAsync()
    {
        await abort.CancelAsync();
        await Run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await configurator.DisposeAsync();
        await queue.DisposeAsync();
        stop.Dispose();
        abort.Dispose();
    }

    private static async Task<JsonElement> NthAsync(Func<IReadOnlyList<JsonElement>> stream, string type, int nth)
    {
        await Eventually.HoldsAsync(() => Of(stream(), type).Count >= nth, $"{nth} × {type}");
        return Of(stream(), type)[nth - 1];
    }

    private static IReadOnlyList<JsonElement> Parsed(IReadOnlyList<EncodedMessage> messages) =>
        [.. messages.Select(m => JsonElement.Parse(m.Data.Span))];
}
