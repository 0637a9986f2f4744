using System.Collections.Immutable;

namespace Causum.Domain.Queue;

/// <summary>The last 1 000 message IDs that this instance answered (protocol §6); the oldest makes room for the newest.</summary>
public sealed class SeenMessages
{
    public const int Capacity = 1000;

    public static readonly SeenMessages None = new([], []);

    private readonly ImmutableHashSet<EntryId> ids;
    private readonly ImmutableQueue<EntryId> order;

    private SeenMessages(ImmutableHashSet<EntryId> ids, ImmutableQueue<EntryId> order)
    {
        this.ids = ids;
        this.order = order;
    }

    public int Count => ids.Count;

    public bool Contains(EntryId id) => ids.Contains(id);

    public SeenMessages Add(EntryId id) =>
        ids.Contains(id) ? this
        : ids.Count < Capacity ? new(ids.Add(id), order.Enqueue(id))
        : new(ids.Remove(order.Peek()).Add(id), order.Dequeue().Enqueue(id));
}
