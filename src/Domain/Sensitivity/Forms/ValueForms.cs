namespace Causum.Domain.Sensitivity.Forms;

/// <summary>The forms that one whole value has.</summary>
internal static class ValueForms
{
    private const int LongestNumber = 48;

    /// <param name="value">Trimmed and without odd characters.</param>
    public static void AddTo(ReadOnlySpan<char> value, Columns.FormTally tally)
    {
        if (value.Length < 5)
            return;
        if (value.Contains('@') && EmailAddress.IsWhole(value))
            tally.Add(TextForms.Email, proof: true);
        else if (SecretText.IsWhole(value, out var secret))
            tally.Add(TextForms.ForSecret(secret), proof: true);
        else if (value.Length <= LongestNumber && value.ContainsAnyInRange('0', '9'))
            AddNumbers(value, tally);
        else if (value.Length <= LongestNumber && NetworkAddress.IsIpv6(value))
            tally.Add(TextForms.Ip, proof: true);
    }

    private static void AddNumbers(ReadOnlySpan<char> value, Columns.FormTally tally)
    {
        Span<char> compact = stackalloc char[value.Length];
        var kept = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiLetterOrDigit(c))
                compact[kept++] = char.ToUpperInvariant(c);
        }
        compact = compact[..kept];
        foreach (var candidate in Layouts.Find(value))
        {
            if (candidate.Form.Accepts(compact))
                tally.Add(candidate.Form, candidate.Proof);
        }
        if (Checksums.Iban.Accepts(compact))
            tally.Add(MixedForms.Iban, proof: true);
        if (kept == value.Length || value.Contains('<'))
            AddMixed(value.Contains('<') ? value : compact, tally);
        if (PhoneNumber.IsWhole(value))
            tally.Add(TextForms.Phone, proof: true);
        else if (NetworkAddress.IsIpv4(value))
            tally.Add(TextForms.Ip, proof: !NetworkAddress.LooksLikeVersion(value));
        else if (NetworkAddress.IsIpv6(value))
            tally.Add(TextForms.Ip, proof: true);
        else if (NetworkAddress.MeasureMac(value) == value.Length)
            tally.Add(TextForms.Mac, proof: true);
    }

    private static void AddMixed(ReadOnlySpan<char> word, Columns.FormTally tally)
    {
        foreach (var form in MixedForms.OfLength(word.Length))
        {
            if (word.ContainsAnyInRange('A', 'Z') && form.Accepts(word))
                tally.Add(form, proof: form != MixedForms.VinForm);
        }
    }
}
