namespace Causum.Domain.Sensitivity.Forms;

/// <summary>
/// E-mail addresses (RFC 5321, 6531): a dotted domain, a quoted local part allowed, letters of other scripts where the part begins with them.
/// Work per <c>@</c> is bounded, so a search stays linear.
/// </summary>
internal static class EmailAddress
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    public static bool IsWhole(ReadOnlySpan<char> value)
    {
        if (value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            value = value[7..];
        var at = value.LastIndexOf('@');
        return at > 0 && TryExtend(value, at, out var start, out var end) && start == 0 && end == value.Length;
    }

    /// <summary>The address around the sign at <paramref name="at"/>.</summary>
    public static bool TryExtend(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        end = DomainEnd(text, at + 1);
        start = end > 0 ? LocalStart(text, at) : at;
        return end > 0 && start < at;
    }

    private static int LocalStart(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
            return at;
        if (text[at - 1] == '"')
        {
            var window = text[Math.Max(0, at - LongestLocal - 2)..(at - 1)];
            var quote = window.LastIndexOf('"');
            return quote < 0 ? at : at - 1 - window.Length + quote;
        }
        var latin = IsLatinLetterOrDigit(text[at - 1]) || IsLocalSign(text[at - 1]);
        var start = at;
        while (start > 0 && at - start < LongestLocal && IsLocal(text[start - 1], latin))
            start--;
        while (start < at && !char.IsLetterOrDigit(text[start]) && text[start] != '_')
            start++;
        return start;
    }

    private static bool IsLocal(char c, bool latin) =>
        IsLocalSign(c) || (latin ? IsLatinLetterOrDigit(c) : char.IsLetterOrDigit(c));

    private static bool IsLocalSign(char c) =>
        c is '.' or '_' or '-' or '+' or '%' or '\'' or '~' or '!' or '$' or '*' or '^';

    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !char.IsLetterOrDigit(text[start]))
            return 0;
        var latin = IsLatinLetterOrDigit(text[start]);
        int end = 0,
            label = start,
            dots = 0;
        var limit = Math.Min(text.Length, start + LongestDomain);
        for (var i = start; i <= limit; i++)
        {
            if (i < limit && (IsDomainLetter(text[i], latin) || (text[i] == '-' && i > label)))
                continue;
            if (i == label)
                break;
            if (dots > 0 && IsTopLevel(text[label..i]))
                end = i;
            if (i == limit || text[i] != '.')
                break;
            dots++;
            label = i + 1;
        }
        return end;
    }

    private static bool IsDomainLetter(char c, bool latin) => latin ? IsLatinLetterOrDigit(c) : char.IsLetterOrDigit(c);

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length < 2 || label[^1] == '-')
            return false;
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var c in label)
        {
            if (!char.IsLetter(c))
                return false;
        }
        return true;
    }

    private static bool IsLatinLetterOrDigit(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and < '\u0250');
}
