using Causum.Application.Configuration;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>One entry from its bytes to its answer: read, decide, run, settle.</summary>
internal sealed class EntryWork(
    ITaskQueue queue,
    TaskDispatcher dispatcher,
    Configurator configurator,
    Outbox outbox,
    RunningTasks running,
    Namesakes namesakes,
    Metrics metrics,
    AgentSettings settings,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>How long a cancelled or overdue task may take to end before it is answered without it.</summary>
    private static readonly TimeSpan Unresponsive = TimeSpan.FromSeconds(5);

    /// <summary>The same when the agent stops: enough to cancel a statement on the server.</summary>
    private static readonly TimeSpan AtTheEnd = TimeSpan.FromSeconds(1);

    private readonly DeliveryLimits deliveryLimits = new(settings.MaxDeliveries, settings.MaxTaskAge);

    private readonly IncomingLimits incomingLimits = IncomingLimits.Default with
    {
        MaxTimeout = settings.MaxTaskTime,
        DefaultTimeout =
            settings.MaxTaskTime < IncomingLimits.Default.DefaultTimeout
                ? settings.MaxTaskTime
                : IncomingLimits.Default.DefaultTimeout,
    };

    /// <param name="handBack">Ends when the agent stops and will wait no longer: the entry then stays pending.</param>
    public async Task DoAsync(QueueEntry entry, RunningTask self, CancellationToken handBack)
    {
        var start = time.GetTimestamp();
        var startedAt = time.GetUtcNow();
        metrics.Count("tasks_taken");
        try
        {
            var message = IncomingReader.Read(entry.Type, entry.Data, incomingLimits);
            await CarryOutAsync(Decide(answerLost: false));

            Delivery Decide(bool answerLost) =>
                DeliveryPolicy.Decide(
                    entry.Id,
                    entry.DeliveryCount,
                    message,
                    running.History(queue.Answered),
                    deliveryLimits,
                    new DeliveryTime(queue.Now, running.Monotonic),
                    answerLost
                );

            Task CarryOutAsync(Delivery decision) =>
                decision.Match(
                    run: async d =>
                        await AnswerAsync(
                            entry,
                            message,
                            await RunAsync(d.Task, self, handBack),
                            startedAt,
                            start,
                            handBack
                        ),
                    answer: d => AnswerAsync(entry, message, d.Cause, startedAt, start, handBack),
                    skip: _ => SkipAsync(entry, handBack),
                    confirm: async d =>
                    {
                        var lost = await queue.StandingAsync(entry.Id, d.Result, handBack) == ResultStanding.Lost;
                        await CarryOutAsync(lost ? Decide(answerLost: true) : new Delivery.Skip());
                    },
                    repeat: d => RepeatAsync(entry, message, d.Data, handBack)
                );
        }
        catch (OperationCanceledException) when (handBack.IsCancellationRequested)
        {
            metrics.Count("tasks_handed_back");
        }
    }

    private async Task<Either<TaskFailure, TaskResult>> RunAsync(
        TaskEnvelope task,
        RunningTask self,
        CancellationToken handBack
    )
    {
        var limit = task.Timeout.IfNone(incomingLimits.DefaultTimeout);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(self.Cancelled, handBack);
        using var patience = new CancellationTokenSource(limit + Unresponsive, time);
        await using var shorten = stopping.Token.Register(() =>
            patience.CancelAfter(handBack.IsCancellationRequested ? AtTheEnd : Unresponsive)
        );
        running.Identify(self, task.Id.Value);
        try
        {
            return await RunLeasedAsync(task with { Timeout = limit }, stopping.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!handBack.IsCancellationRequested)
        {
            if (patience.IsCancellationRequested)
                WorkerLog.Abandoned(logger, task.Id.Value, task.Payload.TaskType);
            return self.Cancelled.IsCancellationRequested ? TaskFailure.Cancelled() : TaskFailure.Timeout(limit);
        }
    }

    // Keeps its lease until the task has really ended, even when nobody waits for it any more.
    private async Task<Either<TaskFailure, TaskResult>> RunLeasedAsync(
        TaskEnvelope task,
        CancellationToken cancellationToken
    )
    {
        if (configurator.Lease().Case is not WorkspaceLease lease)
            return TaskFailure.ConfigMissing("configuration");
        await using (lease)
            return await dispatcher.RunAsync(task, lease.Workspace, cancellationToken);
    }

    private async Task AnswerAsync(
        QueueEntry entry,
        IncomingMessage message,
        Either<TaskFailure, TaskResult> outcome,
        DateTimeOffset startedAt,
        long start,
        CancellationToken handBack
    )
    {
        var (taskId, taskType, traceParent) = Named(message);
        var duration = time.GetElapsedTime(start);
        var answer = new AgentMessage.TaskAnswer(
            taskId,
            taskType,
            entry.Id,
            outcome,
            startedAt,
            startedAt + duration,
            duration,
            entry.DeliveryCount,
            traceParent
        );
        var encoded = outbox.Encode(answer);
        running.Ran(entry.Id, encoded.Data.Length);
        var settlement = await queue.SettleAsync(entry.Claim, encoded, handBack);
        metrics.Record("task_ms", time.GetElapsedTime(start));
        settlement.Match(
            done: s =>
            {
                running.Answered(entry.Id, taskId, s.Result, encoded.Data);
                metrics.Count(outcome.IsRight ? "tasks_succeeded" : "tasks_failed");
                outcome.IfLeft(failure => WorkerLog.Failed(logger, entry.Id, taskId.IfNone("-"), failure.Code));
                return unit;
            },
            fenced: _ => Fenced(entry),
            fencedByNamesake: _ => TakenByNamesake(entry)
        );
    }

    private async Task RepeatAsync(
        QueueEntry entry,
        IncomingMessage message,
        ReadOnlyMemory<byte> data,
        CancellationToken handBack
    )
    {
        var answer = new EncodedMessage(AgentMessage.TaskAnswer.Type, Outlet.Results, data);
        running.Ran(entry.Id, data.Length);
        var settlement = await queue.SettleAsync(entry.Claim, answer, handBack);
        settlement.Match(
            done: s =>
            {
                metrics.Count("results_repeated");
                WorkerLog.Repeated(logger, entry.Id);
                running.Answered(entry.Id, Named(message).TaskId, s.Result, data);
                return unit;
            },
            fenced: _ => Fenced(entry),
            fencedByNamesake: _ => TakenByNamesake(entry)
        );
    }

    private Unit TakenByNamesake(QueueEntry entry)
    {
        namesakes.Saw();
        return Fenced(entry);
    }

    private Unit Fenced(QueueEntry entry)
    {
        metrics.Count("tasks_fenced");
        WorkerLog.Fenced(logger, entry.Id);
        return unit;
    }

    private async Task SkipAsync(QueueEntry entry, CancellationToken cancellationToken)
    {
        metrics.Count("tasks_skipped");
        running.Ran(entry.Id, resultBytes: 0);
        await queue.AcknowledgeAsync(entry.Claim, cancellationToken);
    }

    private static (Option<string> TaskId, Option<string> TaskType, Option<string> TraceParent) Named(
        IncomingMessage message
    ) =>
        message switch
        {
            IncomingMessage.Work work => (work.Task.Id.Value, work.Task.Payload.TaskType, work.Task.TraceParent),
            IncomingMessage.Unreadable bad => (bad.TaskId, bad.TaskType, None),
            _ => (None, None, None),
        };
}
