using System.Globalization;
using Causum.Benchmarks.Harness;
using Causum.Domain.Desensitization;

namespace Causum.Benchmarks.Parts;

/// <summary>The leak check over text in which nothing leaks, for few and for many masked values.</summary>
internal sealed class LeakPart : IPart
{
    private const double LeastSpeed = 100;
    private const int Text = 1024 * 1024;

    public string Name => "leaks";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await Task.Yield();
        var text = PeopleTable.Prose(Text);
        var speeds = new List<double>();
        foreach (var values in new[] { 10, 10_000, 100_000 })
        {
            var rows = PeopleTable.Rows(Math.Max(1, values / 3));
            var check = LeakCheck.For(Masker.Mask(rows, PeopleTable.Treatments(rows), TokenLength.Default));
            if (check.InText(text).IsSome || check.InText($"{text} {PeopleTable.Email(0)}").IsNone)
                throw new InvalidOperationException("The leak check does not tell a leak.");
            speeds.Add(text.Length / Rounds.Seconds(() => check.InText(text)) / 1e6);
            yield return Figure.AtLeast(
                $"{values.ToString("#,0", CultureInfo.InvariantCulture)} values",
                speeds[^1],
                LeastSpeed,
                "MB/s"
            );
        }
        yield return Figure.AtLeast("speed at 100,000 values against 10", speeds[^1] / speeds[0], 0.5, "×");
    }
}
