namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of Asia and Australia.</summary>
internal static class AsianNumbers
{
    private static ReadOnlySpan<int> ChineseWeights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static ReadOnlySpan<int> JapaneseWeights => [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static ReadOnlySpan<int> KoreanWeights => [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
    private static ReadOnlySpan<int> TaxFileWeights => [1, 4, 3, 7, 5, 8, 6, 9, 10];
    private static ReadOnlySpan<int> MedicareWeights => [1, 3, 7, 9, 1, 3, 7, 9];
    private static ReadOnlySpan<int> SingaporeWeights => [2, 7, 6, 5, 4, 3, 2];

    /// <summary>Resident identity number (GB 11643-1999): region, birth date, ISO 7064 MOD 11-2.</summary>
    public static bool IsChinese(ReadOnlySpan<char> compact) =>
        compact.Length == 18
        && Digits.Are(compact[..17], 17)
        && compact[0] is >= '1' and <= '9'
        && Digits.Number(compact.Slice(6, 4)) is >= 1850 and <= 2099
        && Digits.AreMonthAndDay(Digits.Number(compact.Slice(10, 2)), Digits.Number(compact.Slice(12, 2)))
        && "10X98765432"[Digits.Weighted(compact, ChineseWeights) % 11] == compact[17];

    /// <summary>Aadhaar (UIDAI): twelve digits, first 2–9, Verhoeff.</summary>
    public static bool IsAadhaar(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 12) && digits[0] >= '2' && Verhoeff.Accepts(digits);

    /// <summary>Permanent account number of a person (Income Tax Department of India): fourth letter P. No public check.</summary>
    public static bool IsIndianTax(ReadOnlySpan<char> compact) =>
        compact.Length == 10
        && !compact[..5].ContainsAnyExceptInRange('A', 'Z')
        && compact[3] == 'P'
        && Digits.Are(compact.Slice(5, 4), 4)
        && char.IsAsciiLetterUpper(compact[9]);

    /// <summary>My Number (Ministerial ordinance 85 of 2014): weights 6-5-4-3-2-7-6-5-4-3-2, a rest of 0 or 1 gives 0.</summary>
    public static bool IsMyNumber(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 12) || Digits.AllEqual(digits))
            return false;
        var rest = Digits.Weighted(digits, JapaneseWeights) % 11;
        return (rest <= 1 ? 0 : 11 - rest) == digits[11] - '0';
    }

    /// <summary>Resident registration number: yyMMdd, sex and century 1–8. Its check digit is not used since October 2020.</summary>
    public static bool IsKoreanForm(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 13) && Digits.AreShortDate(digits[..6]) && digits[6] is >= '1' and <= '8';

    /// <summary>With the check digit of numbers issued before.</summary>
    public static bool IsKorean(ReadOnlySpan<char> digits) =>
        IsKoreanForm(digits) && (11 - Digits.Weighted(digits, KoreanWeights) % 11) % 10 == digits[12] - '0';

    /// <summary>Australian tax file number: weights 1-4-3-7-5-8-6-9-10, modulus 11.</summary>
    public static bool IsTaxFile(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 9) && !Digits.AllEqual(digits) && Digits.Weighted(digits, TaxFileWeights) % 11 == 0;

    /// <summary>Australian Medicare card number: first 2–6, ninth place is the check digit.</summary>
    public static bool IsMedicare(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 10)
        && digits[0] is >= '2' and <= '6'
        && Digits.Weighted(digits, MedicareWeights) % 10 == digits[8] - '0';

    /// <summary>Singapore NRIC or FIN: letter, seven digits, check letter by series.</summary>
    public static bool IsSingapore(ReadOnlySpan<char> compact)
    {
        if (compact.Length != 9 || !Digits.Are(compact.Slice(1, 7), 7))
            return false;
        var sum = Digits.Weighted(compact[1..], SingaporeWeights);
        return compact[0] switch
        {
            'S' => "JZIHGFEDCBA"[sum % 11] == compact[8],
            'T' => "JZIHGFEDCBA"[(sum + 4) % 11] == compact[8],
            'F' => "XWUTRQPNMLK"[sum % 11] == compact[8],
            'G' => "XWUTRQPNMLK"[(sum + 4) % 11] == compact[8],
            'M' => "XWUTRQPNJLK"[10 - (sum + 3) % 11] == compact[8],
            _ => false,
        };
    }

    /// <summary>Thai citizen number: weights 13 to 2, modulus 11.</summary>
    public static bool IsThai(ReadOnlySpan<char> digits)
    {
        if (!Digits.Are(digits, 13) || digits[0] is '0' or '9')
            return false;
        var sum = 0;
        for (var i = 0; i < 12; i++)
            sum += (digits[i] - '0') * (13 - i);
        return (11 - sum % 11) % 10 == digits[12] - '0';
    }
}
