using Causum.Infrastructure.OpenAi;

namespace Causum.Integration.LanguageModel;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_double_up_to_a_ceiling_and_jitter_covers_the_whole_of_them()
    {
        double[] longest = [.. Enumerable.Range(1, 9).Select(n => Backoff.Delay(n, None, 1).TotalSeconds)];
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30, 30], longest);
        Assert.Equal(TimeSpan.Zero, Backoff.Delay(5, None, 0));
        Assert.Equal(TimeSpan.FromSeconds(30), Backoff.Delay(int.MaxValue, None, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Never_before_the_time_told(double jitter) =>
        Assert.InRange(
            Backoff.Delay(1, TimeSpan.FromSeconds(7), jitter),
            TimeSpan.FromSeconds(7),
            TimeSpan.FromSeconds(8)
        );
}
