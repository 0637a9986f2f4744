using Causum.Application.Configuration;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>Tells at its times how the instance is (protocol §3): heartbeat, metrics, backlog, validation. A report that cannot be sent holds up nothing else.</summary>
internal sealed class Reporter(
    ITaskQueue queue,
    Namesakes namesakes,
    Outbox outbox,
    Configurator configurator,
    IntakeGate gate,
    RunningTasks running,
    Metrics metrics,
    AgentSettings settings,
    AgentMessage.InstanceRegister self,
    TimeProvider time,
    ILogger logger
)
{
    private static readonly TimeSpan MetricsEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BacklogEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ValidationEvery = TimeSpan.FromMinutes(5);

    private readonly long started = time.GetTimestamp();

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            BeatAsync(cancellationToken),
            EveryAsync(MetricsEvery, MetricsAsync, cancellationToken),
            EveryAsync(BacklogEvery, BacklogAsync, cancellationToken),
            EveryAsync(ValidationEvery, ValidateAsync, cancellationToken)
        );

    public Task HeartbeatAsync(CancellationToken cancellationToken)
    {
        var components = configurator.States(namesakes.QueueState);
        var status = AgentHealth.Status(components, configurator.Current.IsSome, gate.Refused);
        return SendAsync(Beat(status, components), cancellationToken);
    }

    public Task LastHeartbeatAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        outbox.SendWithinAsync(
            Beat(AgentStatus.Stopping, configurator.States(namesakes.QueueState)),
            limit,
            cancellationToken
        );

    public async Task ValidateAsync(CancellationToken cancellationToken)
    {
        var components = await configurator.CheckAsync(namesakes.QueueState, cancellationToken);
        // Without a config there is nothing that could have passed.
        var ok = configurator.Current.IsSome && AgentHealth.Passes(components);
        await SendAsync(outbox.Encode(new AgentMessage.ValidationReport(ConfigId, ok, components)), cancellationToken);
    }

    private Option<string> ConfigId => configurator.Current.Bind(workspace => workspace.Config.ConfigId);

    private EncodedMessage Beat(AgentStatus status, ComponentStates components)
    {
        var beat = outbox.Encode(
            new AgentMessage.Heartbeat(
                status,
                time.GetElapsedTime(started),
                self.Version,
                ConfigId,
                configurator.Current.Map(workspace => workspace.Mode),
                running.Count,
                components
            )
        );
        namesakes.Sends(beat);
        return beat;
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        await HeartbeatAsync(cancellationToken);
        await EveryAsync(
            settings.HeartbeatInterval,
            async ct =>
            {
                await LookForNamesakesAsync(ct);
                await HeartbeatAsync(ct);
            },
            cancellationToken
        );
    }

    private Task<bool> LookForNamesakesAsync(CancellationToken cancellationToken) =>
        time.WithinAsync(settings.HeartbeatInterval, namesakes.LookAsync, cancellationToken);

    private async Task MetricsAsync(CancellationToken cancellationToken)
    {
        // Waits for as long as it takes: what is counted meanwhile goes into the next report, and nothing is lost.
        await outbox.SendAsync(metrics.Take(MetricsEvery), cancellationToken);
    }

    private async Task BacklogAsync(CancellationToken cancellationToken) =>
        await SendAsync(
            outbox.Encode(new AgentMessage.BacklogReport(await queue.BacklogAsync(cancellationToken))),
            cancellationToken
        );

    private async Task SendAsync(EncodedMessage report, CancellationToken cancellationToken)
    {
        if (!await outbox.SendWithinAsync(report, settings.HeartbeatInterval, cancellationToken))
            WorkerLog.ReportDropped(logger, report.Type);
    }

    private async Task EveryAsync(
        TimeSpan period,
        Func<CancellationToken, Task> report,
        CancellationToken cancellationToken
    )
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await report(cancellationToken);
    }
}
