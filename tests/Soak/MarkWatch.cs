using Causum.Domain.Queue;

namespace Causum.Soak;

/// <summary>Looks at <c>last_ack</c> again and again while the run goes on, to judge each look afterwards.</summary>
internal sealed class MarkWatch(SoakStreams streams, CancellationToken stop)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);
    private readonly List<Glimpse> glimpses = [];

    public async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            glimpses.Add(await streams.LookAsync());
            await Task.Delay(Every, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How many looks saw a mark that was wrong: at or above something pending, above a task that had no answer by then, or below an earlier mark.</summary>
    /// <param name="answered">Each task with its first answer (None: never), by the task's place in the stream.</param>
    public int Wrong(IReadOnlyList<(EntryId Task, Option<EntryId> Answer)> answered)
    {
        var (wrong, next, highest, latest) = (0, 0, EntryId.Zero, EntryId.Zero);
        var isAnswered = true;
        foreach (var seen in glimpses)
        {
            for (; next < answered.Count && answered[next].Task <= seen.Mark; next++)
            {
                isAnswered &= answered[next].Answer.IsSome;
                latest = answered[next].Answer.Filter(id => id > latest).IfNone(latest);
            }
            var isSafe = seen.LowestPending == EntryId.Zero || seen.Mark < seen.LowestPending;
            if (!isSafe || !isAnswered || latest > seen.LastResult || seen.Mark < highest)
                wrong++;
            highest = seen.Mark > highest ? seen.Mark : highest;
        }
        return wrong;
    }

    public int Looks => glimpses.Count;
}
