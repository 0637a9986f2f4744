namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Modulus 10, doubling every second digit from the right (ISO/IEC 7812-1 annex B).</summary>
internal static class Luhn
{
    public static bool Accepts(ReadOnlySpan<char> digits) => digits.Length > 1 && Sum(digits, 0) % 10 == 0;

    /// <param name="seed">What a prefix that is not written contributes.</param>
    public static int Sum(ReadOnlySpan<char> digits, int seed)
    {
        var sum = seed;
        var twice = false;
        for (var i = digits.Length - 1; i >= 0; i--, twice = !twice)
        {
            var d = digits[i] - '0';
            if ((uint)d > 9)
                return 1;
            sum +=
                !twice ? d
                : d < 5 ? 2 * d
                : 2 * d - 9;
        }
        return sum;
    }
}
