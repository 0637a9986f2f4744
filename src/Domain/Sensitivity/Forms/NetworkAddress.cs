namespace Causum.Domain.Sensitivity.Forms;

/// <summary>Addresses of machines: IPv4 and IPv6 (RFC 4291), MAC in its three spellings. Read by hand: the core has no network types.</summary>
internal static class NetworkAddress
{
    /// <summary>Four numbers 0–255 and points; a port or mask length may follow. Length, or 0.</summary>
    public static int MeasureIpv4(ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var part = 0; part < 4; part++)
        {
            var start = at;
            var number = 0;
            while (at < text.Length && at - start < 4 && char.IsAsciiDigit(text[at]))
                number = number * 10 + (text[at++] - '0');
            if (at == start || number > 255 || (at - start > 1 && text[start] == '0'))
                return 0;
            if (part < 3 && (at >= text.Length || text[at++] != '.'))
                return 0;
        }
        return at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || IsPointAndDigit(text[at..])) ? 0 : at;
    }

    public static bool IsIpv4(ReadOnlySpan<char> value) =>
        MeasureIpv4(value) is var n and > 0 && n + Suffix(value[n..]) == value.Length;

    /// <summary>Could as well be a version number: every part small, and no private or loopback network.</summary>
    public static bool LooksLikeVersion(ReadOnlySpan<char> address)
    {
        if (address.StartsWith("10.") || address.StartsWith("127."))
            return false;
        var part = 0;
        foreach (var c in address)
        {
            if (!char.IsAsciiDigit(c))
                part = 0;
            else if ((part = part * 10 + (c - '0')) > 30)
                return false;
        }
        return true;
    }

    /// <summary>Length of the IPv6 address that the text begins with, or 0; at least two colons, and three groups unless it is <c>::</c> and one.</summary>
    public static int MeasureIpv6(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 45 && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.'))
            end++;
        while (end > 0 && text[end - 1] is '.' || (end > 1 && text[end - 1] == ':' && text[end - 2] != ':'))
            end--;
        return end < text.Length && char.IsAsciiLetterOrDigit(text[end]) ? 0
            : IsIpv6(text[..end]) ? end
            : 0;
    }

    public static bool IsIpv6(ReadOnlySpan<char> value)
    {
        if (value.Length is < 3 or > 49)
            return false;
        var zone = value.IndexOfAny('%', '/');
        if (zone > 0)
            value = value[..zone];
        var gap = value.IndexOf("::");
        if (gap < 0)
            return CountGroups(value) == 8;
        if (value[(gap + 1)..].Contains("::", StringComparison.Ordinal))
            return false;
        var before = gap == 0 ? 0 : CountGroups(value[..gap]);
        var after = gap + 2 == value.Length ? 0 : CountGroups(value[(gap + 2)..]);
        return before >= 0 && after >= 0 && before + after is >= 1 and <= 7;
    }

    /// <summary>Six pairs with <c>:</c> or <c>-</c>, or three groups of four with points. Length, or 0.</summary>
    public static int MeasureMac(ReadOnlySpan<char> text)
    {
        if (text.Length >= 17 && text[2] is ':' or '-' && IsPattern(text[..17], 3, text[2]))
            return IsEnd(text, 17) && !(text.Length > 17 && text[17] == text[2]) ? 17 : 0;
        return text.Length >= 14 && text[4] == '.' && IsPattern(text[..14], 5, '.') && IsEnd(text, 14) ? 14 : 0;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int at) =>
        at == text.Length || !char.IsAsciiLetterOrDigit(text[at]);

    private static bool IsPattern(ReadOnlySpan<char> text, int step, char separator)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i % step == step - 1 ? text[i] != separator : !char.IsAsciiHexDigit(text[i]))
                return false;
        }
        return true;
    }

    private static bool IsPointAndDigit(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit(rest[1]);

    /// <summary><c>/24</c> or <c>:8080</c>.</summary>
    private static int Suffix(ReadOnlySpan<char> rest) =>
        rest.Length is >= 2 and <= 6 && rest[0] is '/' or ':' && !rest[1..].ContainsAnyExceptInRange('0', '9')
            ? rest.Length
            : 0;

    /// <summary>Groups of one to four hex digits, a dotted quad at the end counting two; −1 where the text is something else.</summary>
    private static int CountGroups(ReadOnlySpan<char> text)
    {
        var groups = 0;
        while (true)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains('.'))
                return MeasureIpv4(group) == group.Length ? groups + 2 : -1;
            if (group.Length is 0 or > 4 || !IsHex(group))
                return -1;
            groups++;
            if (colon < 0)
                return groups;
            text = text[(colon + 1)..];
        }
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }
        return true;
    }
}
