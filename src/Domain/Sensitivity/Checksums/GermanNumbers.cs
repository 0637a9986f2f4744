namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of Germany, Austria and Switzerland.</summary>
internal static class GermanNumbers
{
    private static ReadOnlySpan<int> PensionWeights => [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
    private static ReadOnlySpan<int> HealthWeights => [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    private static ReadOnlySpan<int> AustrianWeights => [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];

    /// <summary>Tax identification number (§ 139b AO): one digit twice or three times in the first ten, ISO 7064 MOD 11,10.</summary>
    public static bool IsTax(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 11) || digits[0] == '0')
            return false;
        Span<int> seen = stackalloc int[10];
        foreach (var d in digits[..10])
            seen[d - '0']++;
        var repeated = 0;
        foreach (var times in seen)
        {
            if (times > 3)
                return false;
            if (times > 1)
                repeated++;
        }
        return repeated == 1 && Iso7064.AcceptsMod11And10(digits);
    }

    /// <summary>Pension insurance number (VKVV § 2): area, birth date, initial, serial, check digit.</summary>
    public static bool IsPension(ReadOnlySpan<char> compact) =>
        compact.Length == 12
        && char.IsAsciiLetterUpper(compact[8])
        && Digits.Are(compact[..8], 8)
        && Digits.Are(compact[9..], 3)
        && Digits.AreMonthAndDay(
            Digits.Number(compact.Slice(4, 2)),
            Math.Max(1, Digits.Number(compact.Slice(2, 2)) % 50)
        )
        && CrossSum(compact[..8], compact[8], compact[9..11], PensionWeights) % 10 == compact[11] - '0';

    /// <summary>Health insurance number (GKV, § 290 SGB V): a letter and nine digits.</summary>
    public static bool IsHealth(ReadOnlySpan<char> compact) =>
        compact.Length == 10
        && char.IsAsciiLetterUpper(compact[0])
        && Digits.Are(compact[1..], 9)
        && CrossSum([], compact[0], compact[1..9], HealthWeights) % 10 == compact[9] - '0';

    /// <summary>Austrian social insurance number (ASVG § 460): serial, check digit, birth date.</summary>
    public static bool IsAustrian(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10)
        && digits[0] != '0'
        && Digits.Number(digits.Slice(6, 2)) is >= 1 and <= 15
        && Digits.Number(digits.Slice(4, 2)) is >= 1 and <= 31
        && Digits.Weighted(digits, AustrianWeights) % 11 == digits[3] - '0';

    /// <summary>Swiss social insurance number: 756, EAN-13 check digit (eCH-0044).</summary>
    public static bool IsSwiss(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 13) || !digits.StartsWith("756"))
            return false;
        var sum = 0;
        for (var i = 0; i < 12; i++)
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return (10 - sum % 10) % 10 == digits[12] - '0';
    }

    /// <summary>Sum of the digits of the products; the letter counts as its place in the alphabet, two digits.</summary>
    private static int CrossSum(
        ReadOnlySpan<char> before,
        char letter,
        ReadOnlySpan<char> after,
        ReadOnlySpan<int> weights
    )
    {
        Span<char> all = stackalloc char[before.Length + 2 + after.Length];
        before.CopyTo(all);
        var place = letter - 'A' + 1;
        all[before.Length] = (char)('0' + place / 10);
        all[before.Length + 1] = (char)('0' + place % 10);
        after.CopyTo(all[(before.Length + 2)..]);
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (all[i] - '0') * weights[i];
            sum += product / 10 + product % 10;
        }
        return sum;
    }
}
