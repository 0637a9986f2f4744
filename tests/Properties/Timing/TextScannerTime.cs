using System.Diagnostics;
using Causum.Domain.Sensitivity;

namespace Causum.Properties.Timing;

/// <summary>No text makes the scanner slow: its time grows as the text does.</summary>
[Collection(TimingCollection.Name)]
public sealed class TextScannerTime
{
    public static TheoryData<string> Adversaries =>
        [
            "1 ",
            "12-34 ",
            "@",
            "a@",
            "a.",
            "1.",
            "1:",
            "a:",
            "+1(",
            "-----BEGIN ",
            "eyJ",
            "eyJa.",
            "password=",
            "password password ",
            "://",
            "a://b:",
            "(at)",
            "a (at) b.c ",
            "AAA_",
            "DE89 ",
            "card 1234 ",
            "9999 9999 9999 ",
            "\u200b1",
            "$2b$",
            "\"\"@a.bc",
        ];

    /// <summary>Linear time makes eight, quadratic sixty-four; the room between is for a busy machine.</summary>
    [Theory]
    [MemberData(nameof(Adversaries))]
    public void Eight_times_the_text_takes_about_eight_times_the_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 60_000 / unit.Length));
        var longer = string.Concat(Enumerable.Repeat(text, 8));
        var (one, eight) = (Fastest(text), Fastest(longer));
        Assert.True(
            eight <= (32 * one) + TimeSpan.FromMilliseconds(50),
            $"{one.TotalMilliseconds} ms, then {eight.TotalMilliseconds} ms"
        );
    }

    private static TimeSpan Fastest(string text) =>
        Enumerable
            .Range(0, 3)
            .Select(_ =>
            {
                var start = Stopwatch.GetTimestamp();
                TextScanner.Find(text, "");
                return Stopwatch.GetElapsedTime(start);
            })
            .Min();
}
