namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of Spain, Portugal and Latin America.</summary>
internal static class IberianNumbers
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static ReadOnlySpan<int> CpfFirst => [10, 9, 8, 7, 6, 5, 4, 3, 2];
    private static ReadOnlySpan<int> CpfSecond => [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    private static ReadOnlySpan<int> NifWeights => [9, 8, 7, 6, 5, 4, 3, 2];
    private static ReadOnlySpan<int> CuitWeights => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>DNI: eight digits and the letter of n mod 23 (Real Decreto 1553/2005); NIE: X, Y, Z count as 0, 1, 2.</summary>
    public static bool IsSpanish(ReadOnlySpan<char> compact)
    {
        if (compact.Length != 9)
            return false;
        Span<char> digits = stackalloc char[8];
        compact[..8].CopyTo(digits);
        if (digits[0] is >= 'X' and <= 'Z')
            digits[0] = (char)('0' + digits[0] - 'X');
        return Digits.Are(digits, 8) && Letters[Digits.Number(digits) % 23] == compact[8];
    }

    /// <summary>CPF (Receita Federal): two check digits, modulus 11.</summary>
    public static bool IsCpf(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11)
        && !Digits.AllEqual(digits)
        && Digits.Weighted(digits, CpfFirst) * 10 % 11 % 10 == digits[9] - '0'
        && Digits.Weighted(digits, CpfSecond) * 10 % 11 % 10 == digits[10] - '0';

    /// <summary>Portuguese NIF of a person (1, 2, 3, 45): weights 9 to 2, modulus 11.</summary>
    public static bool IsNif(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 9)
        && (digits[0] is '1' or '2' or '3' || digits.StartsWith("45"))
        && Check11(Digits.Weighted(digits, NifWeights)) == digits[8] - '0';

    /// <summary>Argentine CUIL/CUIT of a person: prefixes 20, 23, 24, 27.</summary>
    public static bool IsCuil(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 11)
        && Digits.Number(digits[..2]) is 20 or 23 or 24 or 27
        && (11 - Digits.Weighted(digits, CuitWeights) % 11) % 11 == digits[10] - '0';

    /// <summary>Chilean RUT: seven or eight digits, weights 2 to 7 from the right, K for 10.</summary>
    public static bool IsRut(ReadOnlySpan<char> compact)
    {
        if (compact.Length is not (8 or 9) || !Digits.Are(compact[..^1], compact.Length - 1))
            return false;
        var sum = 0;
        for (var i = 0; i < compact.Length - 1; i++)
            sum += (compact[compact.Length - 2 - i] - '0') * (2 + i % 6);
        var check = (11 - sum % 11) % 11;
        return compact[^1] == (check == 10 ? 'K' : (char)('0' + check));
    }

    /// <summary>Mexican CURP: initials, birth date, sex, state, consonants, check digit over base-37 places.</summary>
    public static bool IsCurp(ReadOnlySpan<char> compact)
    {
        const string Alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
        if (
            compact.Length != 18
            || compact[10] is not ('H' or 'M' or 'X')
            || !Digits.Are(compact.Slice(4, 6), 6)
            || !Digits.AreShortDate(compact.Slice(4, 6))
            || !char.IsAsciiDigit(compact[17])
        )
            return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(compact[i], StringComparison.Ordinal);
            if (value < 0 || (i < 4 && value < 10))
                return false;
            sum += value * (18 - i);
        }
        return (10 - sum % 10) % 10 == compact[17] - '0';
    }

    private static int Check11(int sum) => sum % 11 is 0 or 1 ? 0 : 11 - sum % 11;
}
