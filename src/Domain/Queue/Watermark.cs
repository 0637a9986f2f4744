namespace Causum.Domain.Queue;

/// <summary>The low-water mark <c>last_ack</c>: every entry at or below it has been answered, by whichever instance (protocol §6, §9).</summary>
public static class Watermark
{
    /// <summary>The mark after an acknowledgement: just below the smallest pending entry, or the last delivered one when nothing is pending; never lower than it was.</summary>
    public static EntryId Advance(EntryId current, Option<EntryId> smallestPending, EntryId lastDelivered)
    {
        var safe = smallestPending.Match(id => id.Previous, () => lastDelivered);
        return safe > current ? safe : current;
    }

    /// <summary>A stored mark as it may be compared with entries. None where it is above all that the stream ever held: the stream was deleted or rolled back, and the mark would swallow new tasks.</summary>
    public static Option<EntryId> Trusted(Option<EntryId> stored, EntryId lastGenerated) =>
        stored.Filter(mark => mark <= lastGenerated);

    /// <summary>
    /// The mark to compare with after a new connection. The history that the queue now holds bears out no more than its own mark: a failover may have
    /// rolled it back, and then entries above it were answered in a history that is lost.
    /// </summary>
    public static Option<EntryId> BorneOut(Option<EntryId> held, Option<EntryId> stored) =>
        held.Bind(mark => stored.Map(now => now < mark ? now : mark));
}
