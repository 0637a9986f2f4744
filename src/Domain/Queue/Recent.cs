using System.Collections.Immutable;

namespace Causum.Domain.Queue;

/// <summary>The last so many different values; the oldest makes room for the newest.</summary>
public sealed class Recent<T>
    where T : notnull
{
    private readonly int capacity;
    private readonly ImmutableHashSet<T> values;
    private readonly ImmutableQueue<T> order;

    public Recent(int capacity)
        : this(capacity, [], []) { }

    private Recent(int capacity, ImmutableHashSet<T> values, ImmutableQueue<T> order)
    {
        this.capacity = capacity;
        this.values = values;
        this.order = order;
    }

    public int Count => values.Count;

    public bool Contains(T value) => values.Contains(value);

    public Recent<T> Add(T value) =>
        values.Contains(value) ? this
        : values.Count < capacity ? new(capacity, values.Add(value), order.Enqueue(value))
        : new(capacity, values.Remove(order.Peek()).Add(value), order.Dequeue().Enqueue(value));
}
