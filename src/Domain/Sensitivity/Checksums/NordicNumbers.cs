namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of the Nordic and Baltic countries.</summary>
internal static class NordicNumbers
{
    private const string FinnishLetters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static ReadOnlySpan<int> NorwegianFirst => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static ReadOnlySpan<int> NorwegianSecond => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    private static ReadOnlySpan<int> BalticFirst => [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
    private static ReadOnlySpan<int> BalticSecond => [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

    /// <summary>Swedish personnummer or samordningsnummer (day + 60), ten digits (SKV 704): birth date, Luhn.</summary>
    public static bool IsSwedish(ReadOnlySpan<char> digits) =>
        (Digits.Are(digits, 10) || (Digits.Are(digits, 12) && Digits.Number(digits[..2]) is 19 or 20))
        && digits[^10..] is var ten
        && Digits.AreMonthAndDay(Digits.Number(ten.Slice(2, 2)), Digits.Number(ten.Slice(4, 2)) % 60)
        && Luhn.Accepts(ten);

    /// <summary>Finnish henkilötunnus: ddMMyy, century sign, serial, letter of n mod 31.</summary>
    public static bool IsFinnish(ReadOnlySpan<char> text) =>
        text.Length == 11
        && Digits.Are(text[..6], 6)
        && Digits.Are(text.Slice(7, 3), 3)
        && text[6] is '-' or '+' or (>= 'A' and <= 'F') or (>= 'U' and <= 'Y')
        && Digits.AreShortDate(text[..6], dayFirst: true)
        && FinnishLetters[
            (Digits.Number(text[..6]) * 1000L + Digits.Number(text.Slice(7, 3))) % 31 is var rest ? (int)rest : 0
        ] == text[10];

    /// <summary>Norwegian fødselsnummer or D-number (day + 40): two check digits, modulus 11.</summary>
    public static bool IsNorwegian(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11)
        && Digits.AreMonthAndDay(Digits.Number(digits.Slice(2, 2)) % 40, Digits.Number(digits[..2]) % 40)
        && Digits.Weighted(digits, NorwegianFirst) % 11 == 0
        && Digits.Weighted(digits, NorwegianSecond) % 11 == 0;

    /// <summary>Estonian and Lithuanian personal code: sex and century, birth date, two rounds of modulus 11.</summary>
    public static bool IsBaltic(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 11) || digits[0] is < '1' or > '6' || !Digits.AreShortDate(digits.Slice(1, 6)))
            return false;
        var check = Digits.Weighted(digits, BalticFirst) % 11;
        if (check == 10)
            check = Digits.Weighted(digits, BalticSecond) % 11 % 10;
        return check == digits[10] - '0';
    }

    /// <summary>Danish CPR number, ddMMyy and four digits. Without a check since 2007.</summary>
    public static bool IsDanish(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10) && Digits.AreShortDate(digits[..6], dayFirst: true);
}
