using System.Collections.Immutable;

namespace Causum.Domain.Queue;

/// <summary>Tasks that were cancelled before they were seen; remembered for 10 minutes (protocol §9), at most 10 000 of them.</summary>
public sealed class CancelledTasks
{
    public const int Capacity = 10_000;
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    public static readonly CancelledTasks None = new(
        ImmutableDictionary.Create<string, TimeSpan>(StringComparer.Ordinal),
        []
    );

    private readonly ImmutableDictionary<string, TimeSpan> until;
    private readonly ImmutableQueue<(string TaskId, TimeSpan Until)> order;

    private CancelledTasks(
        ImmutableDictionary<string, TimeSpan> until,
        ImmutableQueue<(string TaskId, TimeSpan Until)> order
    )
    {
        this.until = until;
        this.order = order;
    }

    public int Count => until.Count;

    /// <param name="now">By a monotonic clock; a jump of the wall clock must not forget or keep a cancellation.</param>
    public bool Contains(string taskId, TimeSpan now) => until.TryGetValue(taskId, out var end) && now < end;

    public CancelledTasks Add(string taskId, TimeSpan now)
    {
        var kept = until;
        var rest = order;
        while (!rest.IsEmpty && (rest.Peek().Until <= now || kept.Count >= Capacity))
        {
            rest = rest.Dequeue(out var oldest);
            if (kept.TryGetValue(oldest.TaskId, out var end) && end == oldest.Until)
                kept = kept.Remove(oldest.TaskId);
        }
        return new(kept.SetItem(taskId, now + Memory), rest.Enqueue((taskId, now + Memory)));
    }

    /// <summary>A cancellation counts once: the same task sent again later is wanted again.</summary>
    public CancelledTasks Remove(string taskId) => until.ContainsKey(taskId) ? new(until.Remove(taskId), order) : this;
}
