namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of the Netherlands, Turkey, Greece, Croatia, Israel, the Gulf and South Africa.</summary>
internal static class MediterraneanNumbers
{
    private static ReadOnlySpan<int> BsnWeights => [9, 8, 7, 6, 5, 4, 3, 2, -1];

    /// <summary>Dutch BSN: weights 9 to 2 and −1, modulus 11 ("elfproef").</summary>
    public static bool IsBsn(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 9) && !Digits.AllEqual(digits) && Digits.Weighted(digits, BsnWeights) % 11 == 0;

    /// <summary>Turkish identity number: two check digits over odd and even places.</summary>
    public static bool IsTurkish(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 11) || digits[0] == '0')
            return false;
        int odd = 0,
            even = 0;
        for (var i = 0; i < 9; i++)
        {
            if (i % 2 == 0)
                odd += digits[i] - '0';
            else
                even += digits[i] - '0';
        }
        var tenth = (odd * 7 - even + 70) % 10;
        return tenth == digits[9] - '0' && (odd + even + tenth) % 10 == digits[10] - '0';
    }

    /// <summary>Greek AMKA: ddMMyy, Luhn over eleven digits.</summary>
    public static bool IsAmka(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11) && Digits.AreShortDate(digits[..6], dayFirst: true) && Luhn.Accepts(digits);

    /// <summary>Croatian OIB: ISO 7064 MOD 11,10.</summary>
    public static bool IsOib(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11) && !Digits.AllEqual(digits) && Iso7064.AcceptsMod11And10(digits);

    /// <summary>Israeli identity number: nine digits, weights 1-2, which is Luhn read from the left.</summary>
    public static bool IsIsraeli(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 9) && !Digits.AllEqual(digits) && Luhn.Accepts(digits);

    /// <summary>Saudi identity or residence number: first 1 or 2, Luhn.</summary>
    public static bool IsSaudi(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10) && digits[0] is '1' or '2' && Luhn.Accepts(digits);

    /// <summary>Emirates ID: 784, birth year, Luhn over 15 digits.</summary>
    public static bool IsEmirates(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 15)
        && digits.StartsWith("784")
        && Digits.Number(digits.Slice(3, 4)) is >= 1900 and <= 2099
        && Luhn.Accepts(digits);

    /// <summary>South African identity number: yyMMdd, citizenship 0–2, Luhn over 13 digits.</summary>
    public static bool IsSouthAfrican(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 13)
        && Digits.AreShortDate(digits[..6])
        && digits[10] is >= '0' and <= '2'
        && Luhn.Accepts(digits);
}
