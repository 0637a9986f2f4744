using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Domain.Queue;

/// <summary>Bounds on how often and how late a task is still run.</summary>
/// <param name="MaxDeliveries">A task delivered more often is poison.</param>
/// <param name="MaxAge">None: age does not matter.</param>
public sealed record DeliveryLimits(int MaxDeliveries, Option<TimeSpan> MaxAge);

/// <summary>What this instance knows of earlier entries.</summary>
/// <param name="Mark">Low-water mark that the present history of the queue bears out; entries at or below it were answered before.</param>
/// <param name="Answers">What this instance answered itself.</param>
/// <param name="Cancelled">Tasks cancelled before they came.</param>
public sealed record DeliveryHistory(Option<EntryId> Mark, RecentAnswers Answers, CancelledTasks Cancelled);

/// <summary>The moment of a decision.</summary>
/// <param name="Queue">By the queue's clock, so that a wrong clock on this machine expires nothing.</param>
/// <param name="Monotonic">Since the start of the process, untouched by clock jumps.</param>
public sealed record DeliveryTime(DateTimeOffset Queue, TimeSpan Monotonic);

public static class DeliveryPolicy
{
    /// <summary>Control messages and answered entries are skipped; unreadable, poisonous, stale and cancelled tasks are answered; the rest run (protocol §6).</summary>
    /// <param name="deliveries">1 at the first delivery.</param>
    /// <param name="answerLost">The answer that this instance gave was looked for, and a failover lost it: it is given again, from memory or by running the task again.</param>
    public static Delivery Decide(
        EntryId entry,
        int deliveries,
        IncomingMessage message,
        DeliveryHistory history,
        DeliveryLimits limits,
        DeliveryTime now,
        bool answerLost = false
    )
    {
        if (message is not (IncomingMessage.Work or IncomingMessage.Unreadable))
            return new Delivery.Skip();
        var past = history.Answers.Find(entry);
        // Where a result stands is unknown if the reply that told it was lost. Then the mark says whether this history holds it.
        var covered = history.Mark.Exists(mark => entry <= mark);
        return !answerLost && past.Bind(p => p.Result).Case is EntryId result ? new Delivery.Confirm(result)
            : !answerLost && covered ? new Delivery.Skip()
            : past.Bind(p => p.Data).Case is ReadOnlyMemory<byte> data ? new Delivery.Repeat(data)
            : DecideUnanswered(entry, deliveries, message, history.Cancelled, limits, now);
    }

    private static Delivery DecideUnanswered(
        EntryId entry,
        int deliveries,
        IncomingMessage message,
        CancelledTasks cancelled,
        DeliveryLimits limits,
        DeliveryTime now
    ) =>
        message.Match<Delivery>(
            work: m => DecideWork(entry, deliveries, m.Task, cancelled, limits, now),
            unreadable: m => new Delivery.Answer(m.Cause),
            config: _ => new Delivery.Skip(),
            registerAck: _ => new Delivery.Skip(),
            cancel: _ => new Delivery.Skip(),
            unreadableControl: _ => new Delivery.Skip()
        );

    private static Delivery DecideWork(
        EntryId entry,
        int deliveries,
        TaskEnvelope task,
        CancelledTasks cancelled,
        DeliveryLimits limits,
        DeliveryTime now
    ) =>
        cancelled.Contains(task.Id.Value, now.Monotonic) ? new Delivery.Answer(TaskFailure.Cancelled())
        : deliveries > limits.MaxDeliveries ? new Delivery.Answer(TaskFailure.PoisonTask(deliveries))
        : IsStale(entry, task, limits.MaxAge, now.Queue) ? new Delivery.Answer(TaskFailure.TaskExpired())
        : new Delivery.Run(task);

    private static bool IsStale(EntryId entry, TaskEnvelope task, Option<TimeSpan> maxAge, DateTimeOffset now) =>
        task.ExpiresAt.Exists(end => end <= now)
        || maxAge.Exists(age => now - task.CreatedAt.IfNone(() => entry.Time) > age);
}
