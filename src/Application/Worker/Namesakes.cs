using System.Text.Json;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>Watches for another process with this instance's ID, and makes it known: in the log, and in the state of the queue that heartbeat and validation report tell.</summary>
internal sealed class Namesakes(ITaskQueue queue, AgentSettings settings, TimeProvider time, ILogger logger)
{
    private const int RememberedBeats = 100;

    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private Recent<string> own = new(RememberedBeats);
    private NamesakeWatch watch = NamesakeWatch.Nobody;
    private bool told;

    /// <summary>The state of the queue with what is known of namesakes.</summary>
    public ComponentState QueueState
    {
        get
        {
            lock (gate)
                return NamesakeWatch.Told(queue.State, Update());
        }
    }

    /// <summary>Called with each heartbeat of this process before it is sent.</summary>
    public void Sends(EncodedMessage heartbeat)
    {
        lock (gate)
            own = own.Add(Convert.ToBase64String(heartbeat.Data.Span));
    }

    /// <summary>Something was done under this name that this process did not do.</summary>
    public void Saw()
    {
        lock (gate)
        {
            watch = NamesakeWatch.SeenAt(time.GetElapsedTime(started));
            Update();
        }
    }

    /// <summary>Looks through the heartbeats since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var heartbeat in await queue.HeartbeatsAsync(cancellationToken))
        {
            if (IsUnderThisName(heartbeat) && !IsOwn(heartbeat))
                Saw();
        }
    }

    private bool IsOwn(ReadOnlyMemory<byte> heartbeat)
    {
        lock (gate)
            return own.Contains(Convert.ToBase64String(heartbeat.Span));
    }

    // The last heartbeat of a process that has just stopped is no sign of one that lives.
    private bool IsUnderThisName(ReadOnlyMemory<byte> heartbeat)
    {
        try
        {
            var fields = JsonElement.Parse(heartbeat.Span);
            return fields.GetProperty("instance_id").ValueEquals(settings.InstanceId)
                && !fields.GetProperty("status").ValueEquals("stopping");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool Update()
    {
        var shared = watch.IsShared(time.GetElapsedTime(started), settings.HeartbeatInterval);
        if (shared == told)
            return shared;
        told = shared;
        queue.ShareName(shared);
        if (shared)
            WorkerLog.NameShared(logger, settings.InstanceId, NamesakeWatch.Sentence);
        else
            WorkerLog.NameOwnAgain(logger, settings.InstanceId);
        return shared;
    }
}
