namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Numbers of things that stand for their owner.</summary>
internal static class VehicleAndDevice
{
    private const string Values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static ReadOnlySpan<int> VinWeights => [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>Vehicle identification number (ISO 3779): 17 places without I, O, Q, with letters and digits, the last four mostly digits.</summary>
    public static bool IsVinForm(ReadOnlySpan<char> compact)
    {
        if (compact.Length != 17)
            return false;
        int letters = 0,
            digits = 0;
        foreach (var c in compact)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetterUpper(c) && c is not ('I' or 'O' or 'Q'))
                letters++;
            else
                return false;
        }
        return letters >= 2 && digits >= 4 && Digits.Are(compact[14..], 3);
    }

    /// <summary>The check digit at place nine, binding in North America (49 CFR 565.15).</summary>
    public static bool IsCheckedVin(ReadOnlySpan<char> compact)
    {
        if (!IsVinForm(compact))
            return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += Values.IndexOf(compact[i], StringComparison.Ordinal) % 10 * VinWeights[i];
        var rest = sum % 11;
        return compact[8] == (rest == 10 ? 'X' : (char)('0' + rest));
    }

    /// <summary>IMEI (3GPP TS 23.003): 15 digits, Luhn.</summary>
    public static bool IsImei(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 15) && Luhn.Accepts(digits) && !Digits.AllEqual(digits);
}
