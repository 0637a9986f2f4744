namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Check digit over the dihedral group of order ten (J. Verhoeff, 1969); finds every wrong digit and every swap of neighbours.</summary>
internal static class Verhoeff
{
    private const string Permutation =
        "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    public static bool Accepts(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[digits.Length - 1 - i] - '0';
            if ((uint)d > 9)
                return false;
            check = Multiply(check, Permutation[i % 8 * 10 + d] - '0');
        }
        return check == 0 && digits.Length > 1;
    }

    /// <summary>The group's product: rotations 0–4, reflections 5–9.</summary>
    private static int Multiply(int a, int b) =>
        (a < 5, b < 5) switch
        {
            (true, true) => (a + b) % 5,
            (true, false) => 5 + (a + b - 5) % 5,
            (false, true) => 5 + (a - 5 - b + 5) % 5,
            (false, false) => (a - b + 5) % 5,
        };
}
