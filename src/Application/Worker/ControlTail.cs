using Causum.Application.Ports;
using Causum.Domain.Messages;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>Hears every control message, whichever instance the group hands it to, and heeds those meant for this one (protocol §3, §4).</summary>
internal sealed class ControlTail(
    ITaskQueue queue,
    Registration registration,
    ConfigFlow configs,
    RunningTasks running,
    AgentSettings settings,
    ILogger logger
)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var entry in queue.TailAsync(cancellationToken))
        {
            IncomingReader
                .Read(entry.Type, entry.Data, IncomingLimits.Default)
                .Match(
                    work: _ => unit,
                    unreadable: _ => unit,
                    config: HeedConfig,
                    registerAck: HeedAck,
                    cancel: HeedCancel,
                    unreadableControl: m =>
                    {
                        WorkerLog.UnreadableControl(logger, m.Type, entry.Id);
                        return unit;
                    }
                );
        }
    }

    private Unit HeedConfig(IncomingMessage.Config message)
    {
        if (IsForMe(message.InstanceId))
        {
            registration.ConfigReceived();
            configs.Receive(message.Payload);
        }
        return unit;
    }

    private Unit HeedAck(IncomingMessage.RegisterAck message)
    {
        if (IsForMe(message.InstanceId))
            registration.Acknowledged(message);
        return unit;
    }

    private Unit HeedCancel(IncomingMessage.Cancel message)
    {
        if (IsForMe(message.InstanceId))
            running.Cancel(message.TaskId);
        return unit;
    }

    private bool IsForMe(Option<string> instance) => instance.ForAll(id => id == settings.InstanceId);
}
