using System.Diagnostics;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Properties.Desensitization.Support;

namespace Causum.Properties.Timing;

[Collection(TimingCollection.Name)]
public sealed class LeakCheckTime
{
    [Fact]
    public void Time_does_not_depend_on_the_number_of_values()
    {
        var random = new Random(1);
        var text = string.Join(' ', Enumerable.Range(0, 200_000).Select(_ => Cells.Word(random)));
        LeakCheck With(int count) =>
            LeakCheck.For(
                Masking.Mask(
                    [Masking.Sensitive(Kind.PersonName)],
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(i => new[] { CellValue.Text($"{Cells.Word(random)} {Cells.Word(random)} {i}") }),
                    ]
                )
            );
        TimeSpan Best(LeakCheck check)
        {
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < 5; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Assert.True(check.InText(text).IsNone);
                best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            }
            return best;
        }
        var (few, many) = (Best(With(10)), Best(With(20_000)));
        Assert.True(many < few * 20 + TimeSpan.FromMilliseconds(200), $"{few} for 10 values, {many} for 20 000");
    }
}
