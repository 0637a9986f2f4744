namespace Causum.Infrastructure.OpenAi;

/// <summary>How long to wait before a call is tried again: as told, else exponentially with full jitter.</summary>
internal static class Backoff
{
    /// <summary>Tries of one call, the first included. The caller's deadline may end it sooner.</summary>
    public const int Tries = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <summary>A server that asks for a longer wait is taken as away: the task is answered at once, and the control plane may send it again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <param name="tries">Tries that failed so far, from 1.</param>
    /// <param name="jitter">0 to 1.</param>
    public static TimeSpan Delay(int tries, Option<TimeSpan> told, double jitter)
    {
        var ceiling = TimeSpan.FromTicks(Math.Min(Most.Ticks, First.Ticks << Math.Min(tries - 1, 20)));
        return told.Match(
            // Never before the time told; spread behind it, so that all who waited do not come back at once.
            Some: wait => wait + jitter * First,
            None: () => jitter * ceiling
        );
    }
}
