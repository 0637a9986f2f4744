using System.Diagnostics;
using System.Globalization;

namespace Causum.Integration.Guard.Differential;

/// <summary>Tells a thread that waits from one that computes; an engine in this process runs on the thread that called it.</summary>
internal static class EmbeddedClock
{
    /// <summary>Whether most of the time of the work was spent without the processor.</summary>
    public static bool Waits(Action work)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Used());
        work();
        return (Used() - used) < Stopwatch.GetElapsedTime(start) / 20;
    }

    /// <summary>Processor time of this thread: the first number of the kernel's schedstat, in nanoseconds.</summary>
    private static TimeSpan Used() =>
        TimeSpan.FromMicroseconds(
            long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture)
                / 1_000
        );
}
