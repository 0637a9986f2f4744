using Causum.Domain.Sensitivity.Checksums;
using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>
/// Numbers and codes: every word with a digit in it, with the groups behind it. Work per word is bounded, so the search is linear.
/// </summary>
internal readonly ref struct NumberSearch
{
    private const int LongestWord = 64;
    private const int FewestDigitsWithCue = 5;

    private readonly ReadOnlySpan<char> text;
    private readonly Kind? fieldKind;
    private readonly SpanCollector found;
    private readonly CueWords cues = new();

    private NumberSearch(ReadOnlySpan<char> text, Kind? fieldKind, SpanCollector found)
    {
        this.text = text;
        this.fieldKind = fieldKind;
        this.found = found;
    }

    public static void Run(ReadOnlySpan<char> text, Kind? fieldKind, SpanCollector found)
    {
        var search = new NumberSearch(text, fieldKind, found);
        for (var from = 0; text[from..].IndexOfAnyInRange('0', '9') is var next and >= 0; )
        {
            var digit = from + next;
            var start = digit;
            while (start > from && digit - start < LongestWord && char.IsAsciiLetterOrDigit(text[start - 1]))
                start--;
            from = search.Read(start);
        }
    }

    /// <summary>Looks at the word at <paramref name="start"/>; where the search goes on.</summary>
    private int Read(int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (!HasBorderBefore(start))
            return end;
        var word = text[start..end];
        var length = text[start..].Length < 3 ? 0 : MeasureWritten(start, word);
        if (length == 0)
            length = MeasureCode(start, word);
        if (length == 0)
            length = MeasurePhone(start, word);
        if (length == 0)
            length = MeasureByCue(start, word);
        return Math.Max(end, start + length);
    }

    /// <summary>What shows itself by its separators: addresses of machines, dates, UUIDs. Dates and UUIDs are stepped over.</summary>
    private int MeasureWritten(int start, ReadOnlySpan<char> word)
    {
        var rest = text[start..];
        var separator = word.Length < rest.Length ? rest[word.Length] : '\0';
        if (separator is ':' or '-' or '.' && rest.Length >= 14 && NetworkAddress.MeasureMac(rest) is var mac and > 0)
            return Add(start, mac, Kind.MacAddress, Certainty.Syntax);
        if (separator == ':' && word.Length <= 4 && NetworkAddress.MeasureIpv6(rest) is var ipv6 and > 0)
            return Add(start, ipv6, Kind.IpAddress, Certainty.Syntax);
        if (separator == '.' && word.Length <= 3 && NetworkAddress.MeasureIpv4(rest) is var ipv4 and > 0)
            return NetworkAddress.LooksLikeVersion(rest[..ipv4])
                ? ipv4
                : Add(start, ipv4, Kind.IpAddress, Certainty.Syntax);
        if (separator == '-' && word.Length == 8 && IsUuid(rest))
            return 36;
        if (
            word.Length > 4
            || !CalendarText.TryReadStart(rest, out _, out var date)
            || (date < rest.Length && char.IsAsciiDigit(rest[date]))
        )
            return 0;
        if (Cue(start, start + date) is { } cue && NumberKinds.AreDates(cue))
            Add(start, date, cue, Certainty.Cue);
        return date;
    }

    /// <summary>Numbers and codes proved by their layout and check.</summary>
    private int MeasureCode(int start, ReadOnlySpan<char> word)
    {
        var rest = text[start..];
        if (char.IsAsciiLetter(word[0]) && MeasureIban(rest) is var iban and > 0)
            return Add(start, iban, Kind.Iban, Certainty.Syntax);
        if (Layouts.MeasureProof(rest, out var kind) is var proven and > 0)
            return Add(start, proven, kind!, Certainty.Check);
        if (word.Length is 15 or 16 && PaymentCards.Accepts(word))
            return Add(start, word.Length, Kind.CardNumber, Certainty.Check);
        if (MixedForms.OfLength(word.Length) is { IsEmpty: false } forms && word.ContainsAnyExceptInRange('0', '9'))
            return MeasureMixed(start, word, forms);
        return 0;
    }

    private int MeasureMixed(int start, ReadOnlySpan<char> word, ReadOnlySpan<Form> forms)
    {
        Span<char> compact = stackalloc char[LongestWord];
        word.ToUpperInvariant(compact);
        foreach (var form in forms)
        {
            if (form != MixedForms.VinForm && form.Accepts(compact[..word.Length]))
                return Add(start, word.Length, form.Kind, Certainty.Check);
        }
        return 0;
    }

    /// <summary>An IBAN in one word or in groups, each parted by one space or dash.</summary>
    private static int MeasureIban(ReadOnlySpan<char> rest)
    {
        if (
            rest.Length < Iban.Shortest
            || !char.IsAsciiLetter(rest[1])
            || !char.IsAsciiDigit(rest[2])
            || !char.IsAsciiDigit(rest[3])
        )
            return 0;
        var wanted = Iban.LengthFor(char.ToUpperInvariant(rest[0]), char.ToUpperInvariant(rest[1]));
        Span<char> compact = stackalloc char[Iban.Longest];
        var kept = 0;
        for (var i = 0; i < rest.Length && kept < wanted; i++)
        {
            if (char.IsAsciiLetterOrDigit(rest[i]))
                compact[kept++] = char.ToUpperInvariant(rest[i]);
            else if (rest[i] is not (' ' or '-') || !char.IsAsciiLetterOrDigit(rest[i - 1]))
                return 0;
            if (kept == wanted)
                return
                    (i + 1 == rest.Length || !char.IsAsciiLetterOrDigit(rest[i + 1])) && Iban.Accepts(compact[..kept])
                    ? i + 1
                    : 0;
        }
        return 0;
    }

    /// <summary>With the + or opening parenthesis that stands before the first digit.</summary>
    private int MeasurePhone(int start, ReadOnlySpan<char> word)
    {
        var lead = 0;
        while (lead < 2 && start - lead > 0 && text[start - lead - 1] is '+' or '(')
            lead++;
        if (
            !char.IsAsciiDigit(word[0]) || (lead == 0 && !MayBePhone(start + word.Length) && word is not ['0', '0', ..])
        )
            return 0;
        for (; lead >= 0; lead--)
        {
            if (PhoneNumber.Measure(text[(start - lead)..]) is var length and > 0)
                return Add(start - lead, length, Kind.Phone, Certainty.Layout) - lead;
        }
        return 0;
    }

    private bool MayBePhone(int end) =>
        end + 1 < text.Length
        && text[end] is ' ' or '-' or '.' or '/' or '('
        && (char.IsAsciiDigit(text[end + 1]) || text[end + 1] is '(' or ' ' or '-');

    private int MeasureByCue(int start, ReadOnlySpan<char> word)
    {
        var length = LengthOfNumber(start, word, out var digits);
        if (digits < 3)
            return 0;
        if (Cue(start, start + length) is not { } cue || NumberKinds.AreDates(cue))
            return 0;
        var fewest = cue == Kind.CardSecurityCode ? 3 : FewestDigitsWithCue;
        return digits >= fewest ? Add(start, length, cue, Certainty.Cue) : 0;
    }

    /// <summary>The word and the groups of digits behind it, each parted by one separator.</summary>
    private int LengthOfNumber(int start, ReadOnlySpan<char> word, out int digits)
    {
        digits = CountDigits(word);
        var end = start + word.Length;
        while (
            end + 1 < text.Length
            && end - start < LongestWord
            && text[end] is ' ' or '-' or '.' or '/'
            && char.IsAsciiDigit(text[end + 1])
        )
        {
            var group = end + 1;
            while (group < text.Length && char.IsAsciiDigit(text[group]))
                group++;
            if (group < text.Length && char.IsAsciiLetter(text[group]))
                break;
            digits += group - end - 1;
            end = group;
        }
        return end - start;
    }

    private Kind? Cue(int start, int end) => fieldKind ?? cues.Near(text, start, end);

    private int Add(int start, int length, Kind kind, Certainty certainty)
    {
        found.Add(start, length, kind, certainty);
        return length;
    }

    /// <summary>No letter or digit stands before, unless of a script that writes without spaces.</summary>
    private bool HasBorderBefore(int start) =>
        start == 0 || !char.IsLetterOrDigit(text[start - 1]) || text[start - 1] >= '\u0E00';

    private static int CountDigits(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var c in word)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits;
    }

    private static bool IsUuid(ReadOnlySpan<char> rest) =>
        rest.Length >= 36 && rest[13] == '-' && Guid.TryParseExact(rest[..36], "D", out _);
}
