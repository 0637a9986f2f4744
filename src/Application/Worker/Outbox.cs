using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Settings;

namespace Causum.Application.Worker;

/// <summary>Puts the envelope around what the agent says and hands it to the queue.</summary>
internal sealed class Outbox(ITaskQueue queue, AgentSettings settings, TimeProvider time)
{
    public EncodedMessage Encode(AgentMessage message) =>
        MessageWriter.Write(
            message,
            new Envelope(settings.AgentKey, settings.InstanceId, time.GetUtcNow()),
            settings.MaxResultBytes
        );

    public Task SendAsync(AgentMessage message, CancellationToken cancellationToken) =>
        queue.PublishAsync(Encode(message), cancellationToken);

    /// <summary>False if the message could not be sent in time; a report that comes late is worth less than the next one.</summary>
    public Task<bool> SendWithinAsync(EncodedMessage message, TimeSpan limit, CancellationToken cancellationToken) =>
        time.WithinAsync(limit, ct => queue.PublishAsync(message, ct), cancellationToken);
}
