using System.Threading.Channels;
using Causum.Application.Configuration;
using Causum.Domain.Messages;

namespace Causum.Application.Worker;

/// <summary>Applies configs one after the other, first the one of the last run, and tells the outcome: <c>config_applied</c>, <c>validation_report</c>, <c>heartbeat</c>, in this order.</summary>
internal sealed class ConfigFlow(Configurator configurator, Outbox outbox, Reporter reporter, IntakeGate gate)
{
    private readonly Channel<ReadOnlyMemory<byte>> received = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();

    public void Receive(ReadOnlyMemory<byte> payload) => received.Writer.TryWrite(payload);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var restored = await configurator.RestoreAsync(cancellationToken);
        if (restored.Case is AgentMessage.ConfigApplied last)
            await TellAsync(last, cancellationToken);
        await foreach (var payload in received.Reader.ReadAllAsync(cancellationToken))
        {
            await TellAsync(
                await configurator.ApplyAsync(payload, ConfigSource.ControlPlane, cancellationToken),
                cancellationToken
            );
        }
    }

    private async Task TellAsync(AgentMessage.ConfigApplied outcome, CancellationToken cancellationToken)
    {
        if (outcome.Applied)
            gate.Configured();
        await outbox.SendAsync(outcome, cancellationToken);
        await reporter.ValidateAsync(cancellationToken);
        await reporter.HeartbeatAsync(cancellationToken);
    }
}
