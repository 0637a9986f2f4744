namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Check character systems of ISO/IEC 7064.</summary>
internal static class Iso7064
{
    /// <summary>MOD 11,10: the hybrid system of the German tax and Croatian personal numbers.</summary>
    public static bool AcceptsMod11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var d in digits[..^1])
        {
            var sum = (d - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + (digits[^1] - '0')) % 10 == 1;
    }

    /// <summary>MOD 97-10 over digits and letters, A = 10.</summary>
    public static int Mod97(ReadOnlySpan<char> text, int rest = 0)
    {
        foreach (var c in text)
            rest = c <= '9' ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        return rest;
    }
}
