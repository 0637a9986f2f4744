namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of the United Kingdom.</summary>
internal static class BritishNumbers
{
    private static ReadOnlySpan<int> HealthWeights => [10, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>National insurance number (HMRC NIM39110): prefix letters in use, six digits, suffix A–D. No check digit.</summary>
    public static bool IsNationalInsurance(ReadOnlySpan<char> compact) =>
        compact.Length == 9
        && char.IsAsciiLetterUpper(compact[0])
        && char.IsAsciiLetterUpper(compact[1])
        && !"DFIQUV".Contains(compact[0], StringComparison.Ordinal)
        && !"DFIOQUV".Contains(compact[1], StringComparison.Ordinal)
        && compact[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ")
        && Digits.Are(compact.Slice(2, 6), 6)
        && compact[8] is >= 'A' and <= 'D';

    /// <summary>NHS number (NHS Data Dictionary): weights 10 to 2, modulus 11, a check of 10 is never issued.</summary>
    public static bool IsHealth(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10)
        && !Digits.AllEqual(digits)
        && (11 - Digits.Weighted(digits, HealthWeights) % 11) % 11 == digits[9] - '0';
}
