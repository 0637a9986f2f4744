namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Payment card numbers (ISO/IEC 7812-1): an issuer range in use, a length that issuer gives, Luhn.</summary>
internal static class PaymentCards
{
    public static bool Accepts(ReadOnlySpan<char> digits) =>
        digits.Length is >= 13 and <= 19
        && !digits.ContainsAnyExceptInRange('0', '9')
        && IsIssued(digits)
        && Luhn.Accepts(digits)
        && !Digits.AllEqual(digits);

    private static bool IsIssued(ReadOnlySpan<char> digits)
    {
        var four = Digits.Number(digits[..4]);
        return four switch
        {
            >= 4000 and <= 4999 => digits.Length is 13 or 16 or 19,
            >= 5100 and <= 5599 or >= 2221 and <= 2720 => digits.Length == 16,
            >= 3400 and <= 3499 or >= 3700 and <= 3799 => digits.Length == 15,
            >= 3000 and <= 3059 or 3095 or >= 3600 and <= 3699 or >= 3800 and <= 3999 => digits.Length
                is >= 14
                    and <= 19,
            6011 or >= 6440 and <= 6599 => digits.Length is >= 16 and <= 19,
            >= 3528 and <= 3589 => digits.Length is >= 16 and <= 19,
            >= 6200 and <= 6299 or >= 8100 and <= 8171 => digits.Length is >= 16 and <= 19,
            >= 2200 and <= 2204 => digits.Length is >= 16 and <= 19,
            >= 5000
            and <= 5099
            or >= 5600
            and <= 5899
            or >= 6300
            and <= 6399
            or >= 6700
            and <= 6799
            or >= 6000
            and <= 6099 => digits.Length is 16 or 19,
            _ => false,
        };
    }
}
