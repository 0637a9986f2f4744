namespace Causum.Domain.Sql;

/// <summary>Finds the end of a number, so that a keyword glued to it (<c>1INTO</c>) is not taken for its digits.</summary>
internal static class NumberScan
{
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var digits = start + 2;
        var based =
            text[start] != '0' ? digits
            : text.At(start + 1) is 'x' or 'X' ? Run(text, digits, char.IsAsciiHexDigit)
            : text.At(start + 1) is 'b' or 'B' or 'o' or 'O' ? Run(text, digits, char.IsAsciiDigit)
            : digits;
        return based > digits ? based : DecimalEnd(text, start);
    }

    private static int DecimalEnd(ReadOnlySpan<char> text, int start)
    {
        var at = Run(text, start, char.IsAsciiDigit);
        if (text.At(at) == '.')
            at = Run(text, at + 1, char.IsAsciiDigit);
        if (text.At(at) is not ('e' or 'E'))
            return at;
        var exponent = text.At(at + 1) is '+' or '-' ? at + 2 : at + 1;
        return char.IsAsciiDigit(text.At(exponent)) ? Run(text, exponent, char.IsAsciiDigit) : at;
    }

    private static int Run(ReadOnlySpan<char> text, int from, Func<char, bool> isDigit)
    {
        var at = from;
        while (isDigit(text.At(at)) || IsSeparator(text, at, isDigit))
            at++;
        return at;
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int at, Func<char, bool> isDigit) =>
        text.At(at) == '_' && isDigit(text[at - 1]) && isDigit(text.At(at + 1));
}
