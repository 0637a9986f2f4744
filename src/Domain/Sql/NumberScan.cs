namespace Causum.Domain.Sql;

/// <summary>Finds the end of a number, so that a keyword glued to it (<c>1INTO</c>) is not taken for its digits.</summary>
internal static class NumberScan
{
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'x' or 'X')
        {
            var digits = Run(text, at + 2, char.IsAsciiHexDigit);
            if (digits > at + 2)
                return digits;
        }
        if (text[at] == '0' && at + 1 < text.Length && text[at + 1] is 'b' or 'B' or 'o' or 'O')
        {
            var digits = Run(text, at + 2, char.IsAsciiDigit);
            if (digits > at + 2)
                return digits;
        }
        at = Run(text, at, char.IsAsciiDigit);
        if (at < text.Length && text[at] == '.')
            at = Run(text, at + 1, char.IsAsciiDigit);
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
                at = Run(text, exponent, char.IsAsciiDigit);
        }
        return at;
    }

    private static int Run(ReadOnlySpan<char> text, int from, Func<char, bool> isDigit)
    {
        var at = from;
        while (at < text.Length && (isDigit(text[at]) || IsSeparator(text, at, isDigit)))
            at++;
        return at;
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int at, Func<char, bool> isDigit) =>
        text[at] == '_' && at > 0 && isDigit(text[at - 1]) && at + 1 < text.Length && isDigit(text[at + 1]);
}
