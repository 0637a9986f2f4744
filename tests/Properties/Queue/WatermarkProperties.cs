using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class WatermarkProperties
{
    /// <summary>Any schedule of deliveries to some consumers and answers in any order, against the plain definition of the mark.</summary>
    [Property]
    public void The_mark_never_passes_a_pending_entry_never_goes_back_and_reaches_the_end(
        PositiveInt seed,
        PositiveInt size
    )
    {
        var random = new System.Random(seed.Get);
        var entries = Enumerable.Range(1, (size.Get % 30) + 1).Select(n => new EntryId(1000, (ulong)n)).ToList();
        var pending = new System.Collections.Generic.SortedSet<EntryId>();
        var (mark, delivered, next) = (EntryId.Zero, EntryId.Zero, 0);
        while (next < entries.Count || pending.Count > 0)
        {
            if (next < entries.Count && (pending.Count == 0 || random.Next(2) == 0))
            {
                delivered = entries[next++];
                pending.Add(delivered);
                continue;
            }
            pending.Remove(pending.ElementAt(random.Next(pending.Count)));
            var before = mark;
            mark = Watermark.Advance(mark, pending.Count == 0 ? None : Some(pending.Min), delivered);
            Assert.True(mark >= before);
            Assert.DoesNotContain(pending, id => id <= mark);
            Assert.All(entries.Take(next), id => Assert.True(id <= mark || pending.Any(p => p <= id)));
        }
        Assert.Equal(entries[^1], mark);
    }

    [Property]
    public bool A_mark_is_believed_only_up_to_the_last_entry_of_the_stream(ulong mark, ulong last) =>
        Watermark.Trusted(new EntryId(mark, 0), new EntryId(last, 0)).IsSome == (mark <= last);

    [Property]
    public bool After_a_new_connection_no_more_is_believed_than_the_queue_itself_still_says(ulong held, ulong stored) =>
        Watermark.BorneOut(new EntryId(held, 0), new EntryId(stored, 0)) == new EntryId(Math.Min(held, stored), 0)
        && Watermark.BorneOut(new EntryId(held, 0), None).IsNone
        && Watermark.BorneOut(None, new EntryId(stored, 0)).IsNone;

    [Property]
    public bool Nothing_lies_between_an_id_and_the_one_before(ulong milliseconds, ulong sequence)
    {
        var id = new EntryId(milliseconds, sequence);
        var next =
            id.Previous.Sequence == ulong.MaxValue
                ? new EntryId(id.Previous.Milliseconds + 1, 0)
                : id.Previous with
                {
                    Sequence = id.Previous.Sequence + 1,
                };
        return id == EntryId.Zero ? id.Previous == EntryId.Zero : id.Previous < id && next == id;
    }
}
