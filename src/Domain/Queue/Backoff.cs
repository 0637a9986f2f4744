namespace Causum.Domain.Queue;

/// <summary>How long to wait before trying again: 0.1 s doubling to 30 s, with full jitter so that many instances never try in step (protocol §3).</summary>
public static class Backoff
{
    private const double FirstSeconds = 0.1;
    private const double MostSeconds = 30;

    /// <param name="failures">Tries that failed in a row, from 1.</param>
    /// <param name="jitter">Drawn evenly from 0 to 1.</param>
    public static TimeSpan Delay(int failures, double jitter) => Ceiling(failures) * Math.Clamp(jitter, 0, 1);

    /// <summary>The longest that <see cref="Delay"/> can be after so many failures.</summary>
    public static TimeSpan Ceiling(int failures) =>
        TimeSpan.FromSeconds(Math.Min(MostSeconds, FirstSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 20))));
}
