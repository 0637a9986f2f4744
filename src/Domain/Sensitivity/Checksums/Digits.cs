namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Arithmetic over ASCII digits; every function refuses text of another form or length.</summary>
internal static class Digits
{
    public static bool Are(ReadOnlySpan<char> text, int length) =>
        text.Length == length && !text.ContainsAnyExceptInRange('0', '9');

    public static bool AllEqual(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(text[0]);

    /// <summary>Sum of digit times weight over the weights' length.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    /// <summary>The number modulo a small divisor, however long it is.</summary>
    public static int Modulo(ReadOnlySpan<char> digits, int divisor)
    {
        var rest = 0;
        foreach (var d in digits)
            rest = (rest * 10 + (d - '0')) % divisor;
        return rest;
    }

    /// <summary>Up to nine digits as a number.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var d in digits)
            number = number * 10 + (d - '0');
        return number;
    }

    /// <summary>A day that can exist in that month of a leap year.</summary>
    public static bool AreMonthAndDay(int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);

    /// <summary><c>yyMMdd</c>, or <c>ddMMyy</c> when <paramref name="dayFirst"/>.</summary>
    public static bool AreShortDate(ReadOnlySpan<char> six, bool dayFirst = false) =>
        AreMonthAndDay(Number(six.Slice(2, 2)), Number(dayFirst ? six[..2] : six.Slice(4, 2)));
}
