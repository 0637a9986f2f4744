namespace Causum.Domain.Queue;

/// <summary>When an unanswered registration or config request is published again: after 10, 20, 40 s … at most every 5 min (protocol §3).</summary>
public static class RegistrationRetry
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="published">How often it was published so far, from 1.</param>
    public static TimeSpan After(int published) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 10 * Math.Pow(2, Math.Clamp(published - 1, 0, 10))));
}
