using Causum.Application.Configuration;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Domain.Messages;
using Causum.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>The life of one agent instance (protocol §3): connect, register, be configured, work, report, drain, leave.</summary>
public sealed class AgentWorker(
    ITaskQueue queue,
    TaskDispatcher dispatcher,
    Configurator configurator,
    AgentSettings settings,
    AgentProcess process,
    Metrics metrics,
    TimeProvider time,
    ILogger<AgentWorker> logger
)
{
    /// <summary>For the last heartbeat; a queue that is away must not hold up the end.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(2);

    /// <summary>For leaving the group, which may have to wait for a blocked read.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(3);

    /// <summary>Ends after the drain that <paramref name="stop"/> asks for.</summary>
    /// <param name="abort">A second signal: everything ends at once, and the call with <see cref="OperationCanceledException"/>.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var self = new AgentMessage.InstanceRegister(
            process.Version,
            process.HostName,
            process.ProcessId,
            time.GetUtcNow(),
            process.Capabilities
        );
        using var gate = new IntakeGate();
        var running = new RunningTasks(time);
        var outbox = new Outbox(queue, settings, time);
        var namesakes = new Namesakes(queue, settings, time, logger);
        var reporter = new Reporter(
            queue,
            namesakes,
            outbox,
            configurator,
            gate,
            running,
            metrics,
            settings,
            self,
            time,
            logger
        );
        var registration = new Registration(queue, outbox, self, configurator, gate, time, logger);
        var configs = new ConfigFlow(configurator, outbox, reporter, gate);
        var tail = new ControlTail(queue, registration, configs, running, settings, logger);
        var work = new EntryWork(
            queue,
            dispatcher,
            configurator,
            outbox,
            running,
            namesakes,
            metrics,
            settings,
            time,
            logger
        );
        var keeper = new AnswerKeeper(queue, running, metrics, logger);
        using var pump = new TaskPump(queue, work, gate, running, settings, time, logger);
        if (!await OpenAsync(stop, abort))
            return;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(abort);
        using var intake = CancellationTokenSource.CreateLinkedTokenSource(stop, ending.Token);
        Task[] loops =
        [
            tail.RunAsync(ending.Token),
            reporter.RunAsync(ending.Token),
            registration.RunAsync(ending.Token),
            configs.RunAsync(ending.Token),
            pump.RenewAsync(ending.Token),
            keeper.RunAsync(ending.Token),
        ];
        try
        {
            await UntilStoppedAsync([pump.TakeAsync(intake.Token), pump.Failed, .. loops], stop);
            WorkerLog.Stopping(logger, running.Count);
            await pump.DrainAsync(settings.ShutdownGrace, abort);
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        abort.ThrowIfCancellationRequested();
        await FarewellAsync(reporter, abort);
    }

    /// <summary>False if the agent was stopped before it ever reached the queue.</summary>
    private async Task<bool> OpenAsync(CancellationToken stop, CancellationToken abort)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, abort);
        try
        {
            await queue.OpenAsync(either.Token);
            WorkerLog.Connected(logger, settings.InstanceId);
            return true;
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            return false;
        }
    }

    // A loop that ends otherwise than by the stop has met a bug; the whole worker ends with it rather than live on by half.
    private static async Task UntilStoppedAsync(Task[] loops, CancellationToken stop)
    {
        try
        {
            await await Task.WhenAny(loops);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As asked.
        }
    }

    private async Task FarewellAsync(Reporter reporter, CancellationToken abort)
    {
        await reporter.LastHeartbeatAsync(LastWord, abort);
        if (!await time.WithinAsync(Leaving, queue.LeaveAsync, abort))
            WorkerLog.NotLeft(logger);
        WorkerLog.Stopped(logger);
    }
}
