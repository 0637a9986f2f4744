using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <summary>The shape of opaque keys: integers, UUIDs, short codes without spaces.</summary>
public static class IdShape
{
    private const int LongestCode = 40;

    /// <summary>True if there is a value and each has the shape.</summary>
    public static bool Holds(IReadOnlyList<CellValue> values) =>
        values.Any(value => !value.IsNull) && values.All(value => value.IsNull || Holds(value));

    private static bool Holds(CellValue value) =>
        value.Kind switch
        {
            CellKind.Integer or CellKind.Uuid => true,
            CellKind.Text => IsCode(value.ToText()),
            _ => false,
        };

    private static bool IsCode(string text)
    {
        if (
            text.Length is 0 or > LongestCode
            || DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)
        )
            return false;
        var digits = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
            if (char.IsAsciiDigit(c))
                digits++;
        }
        return digits > 0;
    }
}
