using System.Text;
using System.Text.Json.Nodes;
using Causum.Application.Ports;
using Causum.Application.Wire;

namespace Causum.Host.Demo;

/// <summary>A scripted control plane: it says one thing after the other and waits for each answer. Everything said on either side goes through <paramref name="heard"/>.</summary>
/// <param name="patience">How long one answer may take before the demonstration gives up.</param>
internal sealed class DemoConversation(
    IControlPlane controlPlane,
    Action<DemoLine> heard,
    TimeSpan patience,
    CancellationToken cancellationToken
) : IAsyncDisposable
{
    private readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly List<JsonObject> messages = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Lock gate = new();
    private Task listening = Task.CompletedTask;

    public void Listen() => listening = ListenAsync();

    public async Task SayAsync(JsonObject message)
    {
        var type = message["type"]!.GetValue<string>();
        var text = message.ToJsonString();
        heard(new DemoLine(Outgoing: true, "tasks", type, text));
        await controlPlane.SendAsync(type, Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    /// <summary>Sends a task and waits for its result.</summary>
    public async Task<JsonObject> AskAsync(string taskType, JsonObject? parameters = null)
    {
        var taskId = $"t-{taskType}-{Guid.NewGuid().ToString("N")[..6]}";
        await SayAsync(
            new JsonObject
            {
                ["type"] = "task",
                ["task_id"] = taskId,
                ["task_type"] = taskType,
                ["params"] = parameters ?? [],
            }
        );
        return await HearAsync("task_result", m => (string?)m["task_id"] == taskId);
    }

    public async Task<JsonObject> HearAsync(string type, Func<JsonObject, bool>? which = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            while (true)
            {
                lock (gate)
                {
                    if (messages.Find(m => (string?)m["type"] == type && which?.Invoke(m) != false) is { } found)
                        return found;
                }
                await arrived.WaitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DemoEndedException($"The agent sent no {type} within {patience.TotalSeconds:0} s.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await listening;
        arrived.Dispose();
        over.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            await foreach (var message in controlPlane.ReadAsync(over.Token))
                Take(message);
        }
        catch (OperationCanceledException)
        {
            // The demonstration is over.
        }
    }

    private void Take(EncodedMessage message)
    {
        var text = Encoding.UTF8.GetString(message.Data.Span);
        heard(new DemoLine(Outgoing: false, message.Outlet.ToString().ToLowerInvariant(), message.Type, text));
        lock (gate)
            messages.Add(JsonNode.Parse(text)!.AsObject());
        arrived.Release();
    }
}

/// <summary>One entry of one stream, as it went over the wire.</summary>
/// <param name="Outgoing">From the control plane to the agent.</param>
internal sealed record DemoLine(bool Outgoing, string Stream, string Type, string Json);
