using System.Globalization;

namespace Causum.Domain.Queue;

/// <summary>
/// ID of a stream entry, <c>milliseconds-sequence</c> as Redis makes it
/// (https://redis.io/docs/latest/develop/data-types/streams/#entry-ids). Ordered as the stream is.
/// </summary>
public readonly record struct EntryId(ulong Milliseconds, ulong Sequence) : IComparable<EntryId>
{
    public static readonly EntryId Zero;

    /// <summary>When Redis added the entry, by its own clock.</summary>
    public DateTimeOffset Time =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Min(Milliseconds, 253402300799999UL));

    /// <summary>The greatest ID below this one; zero stays zero.</summary>
    public EntryId Previous =>
        Sequence > 0 ? new(Milliseconds, Sequence - 1)
        : Milliseconds > 0 ? new(Milliseconds - 1, ulong.MaxValue)
        : Zero;

    public static Option<EntryId> Parse(string? text)
    {
        if (text is null)
            return None;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var head = dash < 0 ? text.AsSpan() : text.AsSpan(0, dash);
        var tail = dash < 0 ? "0" : text.AsSpan(dash + 1);
        return
            ulong.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && ulong.TryParse(tail, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new EntryId(milliseconds, sequence)
            : None;
    }

    public int CompareTo(EntryId other) =>
        Milliseconds != other.Milliseconds
            ? Milliseconds.CompareTo(other.Milliseconds)
            : Sequence.CompareTo(other.Sequence);

    public static bool operator <(EntryId left, EntryId right) => left.CompareTo(right) < 0;

    public static bool operator >(EntryId left, EntryId right) => left.CompareTo(right) > 0;

    public static bool operator <=(EntryId left, EntryId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EntryId left, EntryId right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}-{Sequence}");
}
