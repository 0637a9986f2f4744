namespace Causum.Infrastructure.OpenAi;

/// <summary>
/// One for all tasks: when the server asked one of them to wait, the others wait too instead of asking again and again. Monotonic time, so that a clock that
/// jumps opens or shuts nothing.
/// </summary>
internal sealed class RateGate(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private long openAtTicks;

    public TimeSpan Remaining
    {
        get
        {
            var left = Interlocked.Read(ref openAtTicks) - time.GetElapsedTime(start).Ticks;
            return left > 0 ? TimeSpan.FromTicks(left) : TimeSpan.Zero;
        }
    }

    /// <summary>Shuts the gate for at least this long; a longer time set before holds.</summary>
    public void Shut(TimeSpan wait)
    {
        var until = (time.GetElapsedTime(start) + wait).Ticks;
        for (var seen = Interlocked.Read(ref openAtTicks); seen < until; )
        {
            var before = Interlocked.CompareExchange(ref openAtTicks, until, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
