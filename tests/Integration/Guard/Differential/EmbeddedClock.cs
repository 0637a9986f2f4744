using System.Diagnostics;
using System.Globalization;

namespace Causum.Integration.Guard.Differential;

/// <summary>
/// Tells a thread that sleeps from one that computes or waits for its turn on a busy machine. An engine in this process runs on the thread that called it.
/// </summary>
internal static class EmbeddedClock
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether the work spent time without wanting the processor.</summary>
    public static bool Sleeps(Action work)
    {
        var (start, (used, queued)) = (Stopwatch.GetTimestamp(), Times());
        work();
        var (usedNow, queuedNow) = Times();
        return Stopwatch.GetElapsedTime(start) - (usedNow - used) - (queuedNow - queued) > Nap;
    }

    /// <summary>Processor time that this thread spends on the work.</summary>
    public static TimeSpan Cost(Action work)
    {
        var before = Times().Used;
        work();
        return Times().Used - before;
    }

    /// <summary>The kernel's schedstat of this thread: nanoseconds on the processor, and in the queue for it.</summary>
    private static (TimeSpan Used, TimeSpan Queued) Times()
    {
        var numbers = File.ReadAllText("/proc/thread-self/schedstat").Split(' ');
        return (Nanoseconds(numbers[0]), Nanoseconds(numbers[1]));
    }

    private static TimeSpan Nanoseconds(string number) =>
        TimeSpan.FromMicroseconds(long.Parse(number, CultureInfo.InvariantCulture) / 1_000);
}
