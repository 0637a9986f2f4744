using System.Globalization;

namespace Causum.Infrastructure.Databases;

internal static class SingleDigits
{
    /// <summary>The double with the digits that the single prints: 0.1f becomes 0.1 and not 0.10000000149011612.</summary>
    public static double Widen(float value)
    {
        if (!float.IsFinite(value) || float.IsInteger(value))
            return value;
        Span<char> digits = stackalloc char[32];
        return value.TryFormat(digits, out var written, "R", CultureInfo.InvariantCulture)
            ? double.Parse(digits[..written], NumberStyles.Float, CultureInfo.InvariantCulture)
            : value;
    }
}
