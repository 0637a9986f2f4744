using Causum.Domain.Input;

namespace Causum.Properties.Input;

/// <summary>Times of the wire: what is one, which instant it is, and what only looks like one.</summary>
public sealed class Rfc3339Tests
{
    private static readonly DateTimeOffset Ten = new(2026, 1, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-01-02T10:00:00Z", 0)]
    [InlineData("2026-01-02t12:00:00+02:00", 0)]
    [InlineData("2026-01-02 10:00:00.5z", 5_000_000)]
    [InlineData("2026-01-02T10:00:00.1234567Z", 1_234_567)]
    [InlineData("2026-01-02T10:00:00.123456789Z", 1_234_567)]
    public void A_time_with_a_zone_is_read_to_the_tenth_of_a_microsecond(string text, long ticks) =>
        Assert.Equal(Ten.AddTicks(ticks), Rfc3339.Parse(text));

    [Theory]
    [InlineData("2026-01-02T10:00:00123Z")]
    [InlineData("2026-01-02T10:00:00.Z")]
    [InlineData("2026-01-02T10:00:00")]
    [InlineData("2026-01-02T10:00Z")]
    [InlineData("2026-02-30T10:00:00Z")]
    [InlineData("2026-01-02T10:00:00Z\n")]
    [InlineData("")]
    public void What_is_no_time_is_none(string text) => Assert.True(Rfc3339.Parse(text).IsNone);
}
