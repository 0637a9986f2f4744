namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of the United States and Canada.</summary>
internal static class AmericanNumbers
{
    private static ReadOnlySpan<int> RoutingWeights => [3, 7, 1, 3, 7, 1, 3, 7, 1];

    /// <summary>Social security number (SSA, randomised since 2011) or individual taxpayer number (IRS publication 1915). No check digit.</summary>
    public static bool IsSocialSecurity(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 9))
            return false;
        var area = Digits.Number(digits[..3]);
        var group = Digits.Number(digits.Slice(3, 2));
        if (area >= 900)
            return group is >= 50 and <= 65 or >= 70 and <= 88 or >= 90 and <= 92 or >= 94 and <= 99;
        return area is not (0 or 666) && group != 0 && !digits[5..].SequenceEqual("0000") && !Digits.AllEqual(digits);
    }

    /// <summary>ABA routing number: Federal Reserve prefix, weights 3-7-1.</summary>
    public static bool IsRouting(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 9)
        && Digits.Number(digits[..2]) is <= 12 or >= 21 and <= 32 or >= 61 and <= 72 or 80
        && Digits.Weighted(digits, RoutingWeights) % 10 == 0
        && !Digits.AllEqual(digits);

    /// <summary>National provider identifier (CMS): Luhn over 80840 and the number.</summary>
    public static bool IsProvider(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10) && digits[0] is '1' or '2' && Luhn.Sum(digits, 24) % 10 == 0;

    /// <summary>Registration of a prescriber (DEA): two letters, six digits, one check digit.</summary>
    public static bool IsPrescriber(ReadOnlySpan<char> compact)
    {
        if (
            compact.Length != 9
            || !char.IsAsciiLetterUpper(compact[0])
            || !(char.IsAsciiLetterUpper(compact[1]) || compact[1] == '9')
            || !Digits.Are(compact[2..], 7)
        )
            return false;
        var d = compact[2..];
        var sum = d[0] + d[2] + d[4] - 3 * '0' + 2 * (d[1] + d[3] + d[5] - 3 * '0');
        return sum % 10 == d[6] - '0';
    }

    /// <summary>Medicare beneficiary identifier (CMS): fixed places, letters without S L O I B Z. No check digit.</summary>
    public static bool IsMedicare(ReadOnlySpan<char> compact)
    {
        const string Places = "9AX9AX9AA99";
        if (compact.Length != Places.Length || compact[0] == '0')
            return false;
        for (var i = 0; i < Places.Length; i++)
        {
            var digit = char.IsAsciiDigit(compact[i]);
            var letter =
                char.IsAsciiLetterUpper(compact[i]) && !"SLOIBZ".Contains(compact[i], StringComparison.Ordinal);
            if (!(Places[i] is '9' or 'X' && digit || Places[i] is 'A' or 'X' && letter))
                return false;
        }
        return true;
    }

    /// <summary>Canadian social insurance number: Luhn, no leading 0 or 8.</summary>
    public static bool IsSocialInsurance(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 9) && digits[0] is not ('0' or '8') && Luhn.Accepts(digits);
}
