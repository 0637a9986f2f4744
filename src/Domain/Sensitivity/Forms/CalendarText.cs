using System.Globalization;

namespace Causum.Domain.Sensitivity.Forms;

/// <summary>Dates written with four-digit years: ISO, with points or slashes in either order, with a time behind them, or in Han characters.</summary>
internal static class CalendarText
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length is < 8 or > 35 || !TryReadStart(text, out date, out var length))
            return false;
        return length == text.Length || IsTime(text[length..]);
    }

    /// <summary>The date that the text begins with, and its length without a time.</summary>
    public static bool TryReadStart(ReadOnlySpan<char> text, out DateOnly date, out int length)
    {
        date = default;
        length = 0;
        Span<int> numbers = stackalloc int[3];
        Span<int> widths = stackalloc int[3];
        var at = 0;
        var separator = '\0';
        for (var n = 0; n < 3; n++)
        {
            while (at < text.Length && char.IsAsciiDigit(text[at]) && widths[n] < 5)
            {
                numbers[n] = numbers[n] * 10 + (text[at++] - '0');
                widths[n]++;
            }
            if (widths[n] is 0 or 3 or > 4)
                return false;
            if (n == 2)
                break;
            if (
                at >= text.Length
                || text[at] is not ('-' or '/' or '.' or '年' or '月')
                || (n == 1 && !Agree(separator, text[at]))
            )
                return false;
            separator = text[at++];
        }
        if (separator == '月' && at < text.Length && text[at] == '日')
            at++;
        length = at;
        return (widths[0], widths[1], widths[2]) switch
        {
            (4, <= 2, <= 2) => TryMake(numbers[0], numbers[1], numbers[2], out date),
            (<= 2, <= 2, 4) => TryMake(numbers[2], numbers[1], numbers[0], out date)
                || TryMake(numbers[2], numbers[0], numbers[1], out date),
            _ => false,
        };
    }

    private static bool Agree(char first, char second) => first == second || (first == '年' && second == '月');

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        var valid =
            year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateOnly(year, month, day) : default;
        return valid;
    }

    private static bool IsTime(ReadOnlySpan<char> rest) =>
        rest[0] is 'T' or ' '
        && rest.Length >= 5
        && TimeOnly.TryParse(
            rest[1..].TrimEnd('Z') is var t && t.IndexOfAny('+', '-') is var zone and > 0 ? t[..zone].TrimEnd() : t,
            CultureInfo.InvariantCulture,
            out _
        );
}
