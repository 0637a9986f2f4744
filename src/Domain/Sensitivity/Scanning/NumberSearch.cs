using Causum.Domain.Sensitivity.Checksums;
using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>
/// Numbers and codes: every word with a digit in it is read with up to eleven groups behind it. Work per word is bounded, so the search is linear.
/// </summary>
internal ref struct NumberSearch
{
    private const int LongestWord = 64;

    private readonly ReadOnlySpan<char> text;
    private readonly Kind? fieldKind;
    private readonly SpanCollector found;

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
    private readonly int Read(int start)
    {
        var end = WordEnd(start);
        if (!HasBorderBefore(start))
            return end;
        var length = Measure(start, end, out var kind, out var certainty);
        if (length == 0)
            return end;
        if (kind is not null)
            found.Add(start - Lead(start, kind), length + Lead(start, kind), kind, certainty);
        return Math.Max(end, start + length);
    }

    /// <summary>Length of what begins here; a length without kind is something harmless to step over.</summary>
    private readonly int Measure(int start, int end, out Kind? kind, out Certainty certainty)
    {
        var rest = text[start..];
        certainty = Certainty.Syntax;
        kind = null;
        if (rest.Length >= 14 && NetworkAddress.MeasureMac(rest) is var mac and > 0)
            return Found(Kind.MacAddress, mac, out kind);
        if (end < text.Length && text[end] == ':' && NetworkAddress.MeasureIpv6(rest) is var ipv6 and > 0)
            return Found(Kind.IpAddress, ipv6, out kind);
        if (end < text.Length && text[end] == '.' && NetworkAddress.MeasureIpv4(rest) is var ipv4 and > 0)
            return NetworkAddress.LooksLikeVersion(rest[..ipv4]) ? ipv4 : Found(Kind.IpAddress, ipv4, out kind);
        if (
            CalendarText.TryReadStart(rest, out _, out var date)
            && (date == rest.Length || !char.IsAsciiDigit(rest[date]))
        )
        {
            certainty = Certainty.Cue;
            if (Cue(start, start + date) is { } cue && NumberKinds.AreDates(cue))
                kind = cue;
            return date;
        }
        if (IsUuid(rest))
            return 36;
        var words = WordGroups.Read(
            rest,
            stackalloc char[WordGroups.Longest],
            stackalloc char[WordGroups.Longest],
            stackalloc byte[WordGroups.Most],
            stackalloc byte[WordGroups.Most]
        );
        if (words.FindIban() is var iban and > 0)
            return Found(Kind.Iban, iban, out kind);
        certainty = Certainty.Check;
        if (words.FindProof(out var proof) is var proven and > 0)
            return Found(proof, proven, out kind);
        certainty = Certainty.Layout;
        if (MeasurePhone(start, out var phone) && phone > 0)
            return Found(Kind.Phone, phone, out kind);
        certainty = Certainty.Cue;
        return MeasureByCue(start, end, words, out kind);
    }

    private readonly int MeasureByCue(int start, int end, WordGroups words, out Kind? kind)
    {
        kind = null;
        if (words.Digits < 4)
            return 0;
        if (words.FirstWord is { Length: 15 or 16 } card && PaymentCards.Accepts(card))
            return Found(Kind.CardNumber, card.Length, out kind);
        var length = words.LengthOfNumber();
        if (Cue(start, start + length) is not { } cue || NumberKinds.AreDates(cue))
            return 0;
        var enough = cue == Kind.CardSecurityCode ? 3 : 5;
        return words.DigitsWithin(length) >= enough ? Found(cue, length, out kind) : 0;
    }

    private readonly Kind? Cue(int start, int end) => fieldKind ?? CueWords.Near(text, start, end);

    private readonly bool MeasurePhone(int start, out int length)
    {
        var from = start - PhoneLead(start);
        var whole = PhoneNumber.Measure(text[from..]);
        length = whole - (start - from);
        return whole > 0;
    }

    /// <summary>A + or opening parenthesis before the number belongs to a telephone.</summary>
    private readonly int PhoneLead(int start)
    {
        var lead = 0;
        while (lead < 2 && start - lead > 0 && text[start - lead - 1] is '+' or '(')
            lead++;
        return lead;
    }

    private readonly int Lead(int start, Kind kind) =>
        kind == Kind.Phone && PhoneNumber.Measure(text[(start - PhoneLead(start))..]) > 0 ? PhoneLead(start) : 0;

    private readonly int WordEnd(int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return end;
    }

    /// <summary>No letter or digit stands before, unless of a script that writes without spaces.</summary>
    private readonly bool HasBorderBefore(int start) =>
        start == 0 || !char.IsLetterOrDigit(text[start - 1]) || text[start - 1] >= '\u0E00';

    private static bool IsUuid(ReadOnlySpan<char> rest) =>
        rest.Length >= 36 && rest[8] == '-' && rest[13] == '-' && Guid.TryParseExact(rest[..36], "D", out _);

    private static int Found(Kind found, int length, out Kind? kind)
    {
        kind = found;
        return length;
    }
}
