using System.Diagnostics;

namespace Causum.Benchmarks.Harness;

/// <summary>
/// Times work in several rounds after a warm-up and takes the median; a base and a product alternate, so that what disturbs the machine disturbs both. Work that
/// computes is timed by the processor time it takes, so that a busy machine does not make it look slower; work that waits, by the clock.
/// </summary>
internal static class Rounds
{
    private const int Count = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(250);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Processor seconds of one call.</summary>
    public static double Seconds(Action work)
    {
        Repeat(work, WarmUp);
        return Median(Enumerable.Range(0, Count).Select(_ => Repeat(work, Round)));
    }

    /// <summary>Processor seconds of one call of each, measured in turn.</summary>
    public static (double Base, double Product) Seconds(Action @base, Action product)
    {
        Repeat(@base, WarmUp);
        Repeat(product, WarmUp);
        var rounds = Enumerable.Range(0, Count).Select(_ => (Repeat(@base, Round), Repeat(product, Round))).ToArray();
        return (Median(rounds.Select(r => r.Item1)), Median(rounds.Select(r => r.Item2)));
    }

    /// <summary>Seconds by the clock of one call of each, for work that waits; each call is a round.</summary>
    public static async Task<(double Base, double Product)> SecondsAsync(Func<Task> @base, Func<Task> product)
    {
        var rounds = new List<(double Base, double Product)>();
        for (var i = 0; i <= Count; i++)
            rounds.Add((await OnceAsync(@base), await OnceAsync(product)));
        var warm = rounds.Skip(1).ToArray();
        return (Median(warm.Select(r => r.Base)), Median(warm.Select(r => r.Product)));
    }

    public static async Task<double> OnceAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Repeat(Action work, TimeSpan least)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var calls = 0;
        do
        {
            work();
            calls++;
        } while (watch.Elapsed < least);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / calls;
    }
}
