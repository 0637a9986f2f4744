using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class MemoryProperties
{
    [Property]
    public void The_last_different_values_are_remembered_and_no_others(byte[] values, PositiveInt capacity)
    {
        var recent = new Recent<byte>(capacity.Get);
        var model = new List<byte>();
        foreach (var value in values)
        {
            recent = recent.Add(value);
            if (!model.Contains(value))
                model.Add(value);
            if (model.Count > capacity.Get)
                model.RemoveAt(0);
            Assert.Equal(model.Count, recent.Count);
            Assert.All(Enumerable.Range(0, 256), v => Assert.Equal(model.Contains((byte)v), recent.Contains((byte)v)));
        }
    }

    [Property]
    public void A_cancellation_is_remembered_for_ten_minutes(PositiveInt second)
    {
        var at = TimeSpan.FromSeconds(second.Get);
        var cancelled = CancelledTasks.None.Add("t", at);
        Assert.True(cancelled.Contains("t", at + TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1)));
        Assert.False(cancelled.Contains("t", at + TimeSpan.FromMinutes(10)));
        Assert.False(cancelled.Contains("T", at));
        Assert.False(cancelled.Remove("t").Contains("t", at));
    }

    [Fact]
    public void A_cancellation_that_is_repeated_counts_from_the_last_time()
    {
        var cancelled = CancelledTasks.None.Add("t", TimeSpan.Zero).Add("t", TimeSpan.FromMinutes(9));
        var later = cancelled.Add("other", TimeSpan.FromMinutes(12));
        Assert.True(later.Contains("t", TimeSpan.FromMinutes(18)));
        Assert.Equal(2, later.Count);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_cancellations()
    {
        var cancelled = Enumerable
            .Range(0, CancelledTasks.Capacity + 50)
            .Aggregate(CancelledTasks.None, (all, n) => all.Add($"t-{n}", TimeSpan.FromSeconds(1)));
        Assert.Equal(CancelledTasks.Capacity, cancelled.Count);
        Assert.False(cancelled.Contains("t-0", TimeSpan.FromSeconds(2)));
        Assert.True(cancelled.Contains($"t-{CancelledTasks.Capacity + 49}", TimeSpan.FromSeconds(2)));
    }
}
