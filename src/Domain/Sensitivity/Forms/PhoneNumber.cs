namespace Causum.Domain.Sensitivity.Forms;

/// <summary>
/// Telephone numbers as people write them: international with + or 00, an area code in parentheses or after a trunk 0, or a national number in
/// three or more groups. Dates, amounts with grouped thousands and bare digits are none.
/// </summary>
internal static class PhoneNumber
{
    private const int Longest = 32;

    public static bool IsWhole(ReadOnlySpan<char> value)
    {
        if (value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            value = value[4..];
        return Measure(value.Trim()) is var length and > 0 && length == value.Trim().Length;
    }

    /// <summary>Length of the number that the text begins with; 0 where there is none.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        if (text.Length < 7 || CalendarText.TryReadStart(text, out _, out _))
            return 0;
        Span<byte> groups = stackalloc byte[Longest];
        var parts = Parts.Read(text, groups);
        if (parts.Digits is < 7 or > 15 || (parts.End < text.Length && !IsBorder(text, parts.End)))
            return 0;
        return IsPlausible(text, parts, groups[..parts.Groups]) ? parts.End + Extension(text[parts.End..]) : 0;
    }

    private static bool IsPlausible(ReadOnlySpan<char> text, Parts parts, ReadOnlySpan<byte> groups)
    {
        if (parts.Plus)
            return parts.Digits >= 8 && FirstDigit(text) != '0';
        if (parts.Parenthesis)
            return parts.Groups >= 2 && groups[0] is >= 1 and <= 5 && parts.Digits >= 8;
        if (text.StartsWith("00"))
            return parts.Digits >= 10 && text[2] is not '0' && (parts.Groups > 1 || parts.Digits >= 12);
        if (text[0] == '0')
            return parts.Groups >= 2 && parts.Digits is >= 9 and <= 12 && groups[0] >= 2 && !HasTiny(groups);
        return parts.Groups >= 3
            && parts.Digits is >= 9 and <= 12
            && !HasTiny(groups[1..])
            && parts.OneSeparator
            && !IsGroupedAmount(parts, groups)
            && !(groups is [3, 2, 4] or [4, 4, 4] or [4, 4, 4, 4]);
    }

    private static char FirstDigit(ReadOnlySpan<char> text) => text[text.IndexOfAnyInRange('0', '9')];

    private static bool HasTiny(ReadOnlySpan<byte> groups) => groups.Contains((byte)1);

    /// <summary>Thousands, as in 12 500 000 or 1.234.567; nine digits 3-3-3 with spaces are more often a telephone.</summary>
    private static bool IsGroupedAmount(Parts parts, ReadOnlySpan<byte> groups)
    {
        if (parts.Separator == '-' || (parts.Separator == ' ' && groups is [3, 3, 3]))
            return false;
        return !groups[1..].ContainsAnyExcept((byte)3);
    }

    private static bool IsBorder(ReadOnlySpan<char> text, int at) =>
        !char.IsAsciiLetterOrDigit(text[at]) || Extension(text[at..]) > 0;

    /// <summary>" x123", " ext. 123".</summary>
    private static int Extension(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < rest.Length && rest[at] is ' ' or ',' or ';')
            at++;
        if (rest[at..].StartsWith("ext", StringComparison.OrdinalIgnoreCase))
            at += 3;
        else if (at < rest.Length && rest[at] is 'x' or 'X')
            at++;
        else
            return 0;
        while (at < rest.Length && rest[at] is '.' or ' ' or ':')
            at++;
        var digits = rest[at..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = rest.Length - at;
        return digits is >= 1 and <= 6 ? at + digits : 0;
    }

    private struct Parts
    {
        public int Digits;
        public int Groups;
        public int End;
        public bool Plus;
        public bool Parenthesis;
        public bool OneSeparator;
        public char Separator;

        /// <summary>Digits and the separators between them, up to the first thing else.</summary>
        public static Parts Read(ReadOnlySpan<char> text, Span<byte> groups)
        {
            var parts = new Parts { OneSeparator = true };
            var open = false;
            var inGroup = false;
            var limit = Math.Min(text.Length, Longest);
            for (var i = 0; i < limit; i++)
            {
                var c = text[i];
                if (char.IsAsciiDigit(c))
                {
                    if (!inGroup)
                        parts.Groups++;
                    groups[parts.Groups - 1]++;
                    parts.Digits++;
                    parts.End = i + 1;
                    inGroup = true;
                    continue;
                }
                if (c == '+' && parts.Digits == 0 && !parts.Plus)
                    parts.Plus = true;
                else if (c == '(' && !open && parts.Digits <= 4)
                    open = parts.Parenthesis = true;
                else if (c == ')' && open && inGroup)
                    open = false;
                else if (c is ' ' or '-' or '.' or '/' && parts.Digits > 0 && GoesOn(text, i))
                    parts.Separate(c);
                else
                    break;
                inGroup = false;
            }
            if (open)
                parts.Digits = 0;
            return parts;
        }

        /// <summary>A digit or an opening parenthesis follows, a space between at most.</summary>
        private static bool GoesOn(ReadOnlySpan<char> text, int separator)
        {
            var next = separator + 1;
            if (next < text.Length && text[next] is ' ' or '-' && text[separator] != text[next])
                next++;
            return next < text.Length && (char.IsAsciiDigit(text[next]) || text[next] == '(');
        }

        private void Separate(char c)
        {
            OneSeparator &= Separator is '\0' || Separator == c;
            Separator = c;
        }
    }
}
