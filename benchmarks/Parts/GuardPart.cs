using System.Globalization;
using Causum.Benchmarks.Harness;
using Causum.Domain.Sql;

namespace Causum.Benchmarks.Parts;

/// <summary>The read-only guard: speed at three lengths and hard shapes, linearity, allocation, and the time of one usual query.</summary>
internal sealed class GuardPart : IPart
{
    private const int Kibi = 1024;
    private const int Mebi = 1024 * 1024;
    private const double LeastSpeed = 50;
    private const SqlDialect Dialect = SqlDialect.Postgresql;

    public string Name => "guard";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        foreach (var (shape, of) in SqlTexts.Shapes)
        {
            await Task.Yield();
            var speeds = new[] { 64 * Kibi, 256 * Kibi, Mebi }.Select(length => Speed(of(length))).ToArray();
            yield return Figure.AtLeast(
                $"{shape}, the slowest of 64 KiB, 256 KiB and 1 MiB",
                speeds.Min(),
                LeastSpeed,
                "MB/s",
                $" ({string.Join(" / ", speeds.Select(s => s.ToString("0", CultureInfo.InvariantCulture)))})"
            );
            yield return Figure.AtMost(
                $"{shape}, time a character at 1 MiB against 64 KiB",
                speeds[0] / speeds[2],
                1.5,
                "×"
            );
        }
        yield return Figure.AtMost("bytes allocated a token", AllocatedPerToken(), 0.01, "B");
        var usual = SqlTexts.Usual(500);
        yield return Figure.AtMost(
            "a usual query of 500 characters",
            Rounds.Seconds(() => Allow(usual)) * 1e6,
            10,
            "µs"
        );
    }

    /// <summary>Megabytes (of UTF-8, which here is one for a character) a second.</summary>
    private static double Speed(string text) => text.Length / Rounds.Seconds(() => Allow(text)) / 1e6;

    /// <summary>What a text of 1 MiB takes more than one of 64 KiB, by the tokens it has more.</summary>
    private static double AllocatedPerToken()
    {
        var (small, large) = (SqlTexts.Usual(64 * Kibi), SqlTexts.Usual(Mebi));
        var more = Allocated(large) - Allocated(small);
        return (double)more / (Tokens(large) - Tokens(small));
    }

    private static long Allocated(string text)
    {
        var least = long.MaxValue;
        // The least of several: the pool of buffers fills at the first call, and the collector may empty it between two.
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Allow(text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }

    private static int Tokens(string text)
    {
        var lexer = new SqlLexer(Dialect, text);
        var count = 0;
        while (lexer.MoveNext())
            count++;
        return count;
    }

    // A refusal could come early and make the speed look better than it is.
    private static void Allow(string text)
    {
        if (ReadOnlyGuard.Check(Dialect, text).Case is SqlRefusal refusal)
            throw new InvalidOperationException($"refused: {refusal.Message}");
    }
}
