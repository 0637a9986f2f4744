using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Domain.Queue;

/// <summary>Bounds on how often and how late a task is still run.</summary>
/// <param name="MaxDeliveries">A task delivered more often is poison.</param>
/// <param name="MaxAge">None: age does not matter.</param>
public sealed record DeliveryLimits(int MaxDeliveries, Option<TimeSpan> MaxAge);

/// <summary>What this instance knows of earlier entries.</summary>
/// <param name="Answered">Low-water mark as it was read at start; entries at or below it were answered before.</param>
/// <param name="Seen">Entries that this instance answered, the last <see cref="Remembered"/> of them.</param>
/// <param name="Cancelled">Tasks cancelled before they came.</param>
public sealed record DeliveryHistory(Option<EntryId> Answered, Recent<EntryId> Seen, CancelledTasks Cancelled)
{
    /// <summary>How many answered entries are remembered (protocol §6).</summary>
    public const int Remembered = 1000;
}

/// <summary>The moment of a decision.</summary>
/// <param name="Queue">By the queue's clock, so that a wrong clock on this machine expires nothing.</param>
/// <param name="Monotonic">Since the start of the process, untouched by clock jumps.</param>
public sealed record DeliveryTime(DateTimeOffset Queue, TimeSpan Monotonic);

public static class DeliveryPolicy
{
    /// <summary>Answered entries and control messages are skipped; unreadable, poisonous, stale and cancelled tasks are answered; the rest run (protocol §6).</summary>
    /// <param name="deliveries">1 at the first delivery.</param>
    public static Delivery Decide(
        EntryId entry,
        int deliveries,
        IncomingMessage message,
        DeliveryHistory history,
        DeliveryLimits limits,
        DeliveryTime now
    ) =>
        WasAnswered(entry, history)
            ? new Delivery.Skip()
            : message.Match<Delivery>(
                work: m => DecideWork(entry, deliveries, m.Task, history.Cancelled, limits, now),
                unreadable: m => new Delivery.Answer(m.Cause),
                config: _ => new Delivery.Skip(),
                registerAck: _ => new Delivery.Skip(),
                cancel: _ => new Delivery.Skip(),
                unreadableControl: _ => new Delivery.Skip()
            );

    public static bool WasAnswered(EntryId entry, DeliveryHistory history) =>
        history.Seen.Contains(entry) || history.Answered.Exists(mark => entry <= mark);

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
