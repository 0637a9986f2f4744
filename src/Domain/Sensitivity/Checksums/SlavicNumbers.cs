namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of Poland, Czechia, Slovakia, Russia, Ukraine, Bulgaria, Romania and the states of former Yugoslavia.</summary>
internal static class SlavicNumbers
{
    private static ReadOnlySpan<int> PeselWeights => [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    private static ReadOnlySpan<int> NipWeights => [6, 5, 7, 2, 3, 4, 5, 6, 7];
    private static ReadOnlySpan<int> InnTen => [2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static ReadOnlySpan<int> InnEleventh => [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static ReadOnlySpan<int> InnTwelfth => [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static ReadOnlySpan<int> SnilsWeights => [9, 8, 7, 6, 5, 4, 3, 2, 1];
    private static ReadOnlySpan<int> EgnWeights => [2, 4, 8, 5, 10, 9, 7, 3, 6];
    private static ReadOnlySpan<int> CnpWeights => [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];
    private static ReadOnlySpan<int> JmbgWeights => [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>PESEL (Polish population register): century in the month, weights 1-3-7-9.</summary>
    public static bool IsPesel(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11)
        && Digits.AreMonthAndDay(Digits.Number(digits.Slice(2, 2)) % 20, Digits.Number(digits.Slice(4, 2)))
        && Digits.Weighted(digits, PeselWeights) % 10 == 0;

    /// <summary>NIP (Polish tax number): modulus 11, a rest of 10 is never issued.</summary>
    public static bool IsNip(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10) && digits[0] != '0' && Digits.Weighted(digits, NipWeights) % 11 == digits[9] - '0';

    /// <summary>INN of an organisation or a sole trader (10 digits) or a person (12).</summary>
    public static bool IsInn(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10)
            ? Digits.Weighted(digits, InnTen) % 11 % 10 == digits[9] - '0' && !Digits.AllEqual(digits)
            : Digits.Are(digits, 12)
                && !Digits.AllEqual(digits)
                && Digits.Weighted(digits, InnEleventh) % 11 % 10 == digits[10] - '0'
                && Digits.Weighted(digits, InnTwelfth) % 11 % 10 == digits[11] - '0';

    /// <summary>SNILS: weights 9 to 1, modulus 101, 100 written as 00.</summary>
    public static bool IsSnils(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11)
        && !Digits.AllEqual(digits)
        && Digits.Weighted(digits, SnilsWeights) % 101 % 100 == Digits.Number(digits[9..]);

    /// <summary>Bulgarian EGN: century in the month (+20, +40), modulus 11.</summary>
    public static bool IsEgn(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10)
        && Digits.AreMonthAndDay(Digits.Number(digits.Slice(2, 2)) % 20, Digits.Number(digits.Slice(4, 2)))
        && Digits.Weighted(digits, EgnWeights) % 11 % 10 == digits[9] - '0';

    /// <summary>Romanian CNP: sex and century, birth date, county, modulus 11 with 10 written as 1.</summary>
    public static bool IsCnp(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 13) || digits[0] == '0' || !Digits.AreShortDate(digits.Slice(1, 6)))
            return false;
        var rest = Digits.Weighted(digits, CnpWeights) % 11;
        return (rest == 10 ? 1 : rest) == digits[12] - '0';
    }

    /// <summary>JMBG of the former Yugoslav states: ddMMyyy, region, serial, modulus 11.</summary>
    public static bool IsJmbg(ReadOnlySpan<char> digits)
    {
        if (
            !Digits.Are(digits, 13)
            || !Digits.AreShortDate(digits[..6], dayFirst: true)
            || digits[4] is not ('9' or '0')
        )
            return false;
        var rest = 11 - Digits.Weighted(digits, JmbgWeights) % 11;
        return (rest > 9 ? 0 : rest) == digits[12] - '0';
    }

    /// <summary>Czech and Slovak birth number of ten digits: divisible by 11 (or rest 10 written as 0), women's months + 50.</summary>
    public static bool IsBirthNumber(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10)
        && Digits.Number(digits.Slice(2, 2)) is var month
        && Digits.AreMonthAndDay(month % 50 > 20 ? month % 50 - 20 : month % 50, Digits.Number(digits.Slice(4, 2)))
        && Digits.Modulo(digits[..9], 11) % 10 == digits[9] - '0';
}
