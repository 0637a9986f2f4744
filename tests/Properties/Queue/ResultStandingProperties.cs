using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class ResultStandingProperties
{
    /// <summary>A results stream that is written, trimmed and rolled back; what <c>XINFO STREAM</c> would say must tell the two kinds of absence apart.</summary>
    [Property]
    public void A_result_that_a_failover_lost_is_told_from_one_that_was_trimmed(
        PositiveInt written,
        PositiveInt lost,
        PositiveInt writtenAfter,
        PositiveInt trimmed
    )
    {
        var all = Enumerable.Range(1, written.Get % 20 + 1).Select(n => new EntryId((ulong)n, 0)).ToList();
        var survive = Math.Max(0, all.Count - (lost.Get % 5));
        var gone = all[survive..];
        // The new primary goes on, later by its clock.
        var after = Enumerable.Range(100, writtenAfter.Get % 3).Select(n => new EntryId((ulong)n, 0));
        List<EntryId> stream = [.. all[..survive], .. after];
        var last = stream.Count > 0 ? stream[^1] : EntryId.Zero;
        var cut = Math.Min(trimmed.Get % 4, survive);
        var left = stream[cut..];
        var head = new ResultsHead(left.Count > 0 ? left[0] : None, last, EntryId.Zero);
        Assert.All(left, r => Assert.Equal(ResultStanding.Present, head.StandingOf(r, present: true, covered: true)));
        Assert.All(
            stream[..cut],
            r => Assert.Equal(ResultStanding.Removed, head.StandingOf(r, present: false, covered: true))
        );
        // Its mark went with it, whatever was trimmed and written since.
        Assert.All(gone, r => Assert.Equal(ResultStanding.Lost, head.StandingOf(r, present: false, covered: false)));
        Assert.All(
            gone.Where(r => r > last || (left.Count > 0 && r > left[0])),
            r => Assert.Equal(ResultStanding.Lost, head.StandingOf(r, present: false, covered: true))
        );
    }

    [Fact]
    public void A_deleted_result_counts_as_removed_and_one_after_the_last_deleted_as_lost()
    {
        var head = new ResultsHead(new EntryId(1, 0), new EntryId(9, 0), new EntryId(5, 0));
        Assert.Equal(ResultStanding.Removed, head.StandingOf(new EntryId(5, 0), present: false, covered: true));
        Assert.Equal(ResultStanding.Removed, head.StandingOf(new EntryId(4, 0), present: false, covered: true));
        Assert.Equal(ResultStanding.Lost, head.StandingOf(new EntryId(6, 0), present: false, covered: true));
    }

    [Fact]
    public void Without_the_stream_every_result_is_lost() =>
        Assert.Equal(
            ResultStanding.Lost,
            ResultsHead.Nothing.StandingOf(new EntryId(1, 0), present: false, covered: true)
        );
}
