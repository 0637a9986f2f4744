using System.Globalization;

namespace Causum.Benchmarks.Harness;

/// <summary>One measured value and the bound it is held to.</summary>
/// <param name="Bound">None: told for information.</param>
/// <param name="Within">Whether the bound is kept; true where there is none.</param>
internal sealed record Figure(string What, string Measured, Option<string> Bound, bool Within)
{
    public static Figure AtLeast(string what, double value, double bound, string unit, string detail = "") =>
        new(what, Text(value, unit) + detail, $"≥ {Text(bound, unit)}", value >= bound);

    public static Figure AtMost(string what, double value, double bound, string unit, string detail = "") =>
        new(what, Text(value, unit) + detail, $"≤ {Text(bound, unit)}", value <= bound);

    public static Figure Told(string what, double value, string unit, string detail = "") =>
        new(what, Text(value, unit) + detail, None, true);

    public string Verdict =>
        Bound.IsNone ? "–"
        : Within ? "ok"
        : "over";

    private static string Text(double value, string unit)
    {
        var digits = Math.Abs(value) switch
        {
            >= 100 => "#,0",
            >= 10 => "0.#",
            _ => "0.##",
        };
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {unit}".TrimEnd();
    }
}
