namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of France and Belgium.</summary>
internal static class FrenchNumbers
{
    /// <summary>NIR (INSEE): 13 places, Corsica 2A as 19 and 2B as 18, key 97 − n mod 97; 15 places with the key.</summary>
    public static bool IsNir(ReadOnlySpan<char> compact)
    {
        if (compact.Length != 15 || compact[0] is not ('1' or '2' or '3' or '4' or '7' or '8'))
            return false;
        Span<char> digits = stackalloc char[15];
        compact.CopyTo(digits);
        if (compact[5] == '2' && compact[6] is 'A' or 'B')
            (digits[5], digits[6]) = ('1', compact[6] == 'A' ? '9' : '8');
        return Digits.Are(digits, 15)
            && Digits.Number(digits.Slice(3, 2)) is >= 1 and <= 12 or >= 20 and <= 42 or >= 50
            && 97 - Digits.Modulo(digits[..13], 97) == Digits.Number(digits[13..]);
    }

    /// <summary>Belgian national register number: yyMMdd, serial, 97 − n mod 97, with a leading 2 for births since 2000.</summary>
    public static bool IsBelgian(ReadOnlySpan<char> digits)
    {
        if (
            !Digits.Are(digits, 11)
            || Digits.Number(digits.Slice(2, 2)) % 20 > 12
            || Digits.Number(digits.Slice(4, 2)) > 31
        )
            return false;
        var check = Digits.Number(digits[9..]);
        var rest = Digits.Modulo(digits[..9], 97);
        return check == 97 - rest || check == 97 - (Digits.Modulo("2", 97) * Power(9) + rest) % 97;
    }

    private static int Power(int exponent)
    {
        var power = 1;
        for (var i = 0; i < exponent; i++)
            power = power * 10 % 97;
        return power;
    }
}
