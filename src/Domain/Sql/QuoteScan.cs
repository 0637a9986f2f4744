namespace Causum.Domain.Sql;

/// <summary>Finds where a quoted thing ends; -1 where it does not, or where servers of the dialect would disagree.</summary>
internal static class QuoteScan
{
    /// <summary>The end of <c>'…'</c> and its kin; a doubled closing character stands for one.</summary>
    public static int End(ReadOnlySpan<char> text, int open, char close, Backslash backslash)
    {
        var at = open + 1;
        while (true)
        {
            var step = backslash == Backslash.Escapes ? text[at..].IndexOfAny(close, '\\') : text[at..].IndexOf(close);
            if (step < 0)
                return -1;
            at += step;
            if (text[at] == '\\')
            {
                at = Math.Min(at + 2, text.Length);
                continue;
            }
            if (backslash == Backslash.Unknown && IsEscaped(text, at))
                return -1;
            if (text.At(at + 1) != close)
                return at + 1;
            at += 2;
        }
    }

    /// <summary>GoogleSQL: one or three quotes, a backslash always joins the next character, nothing is doubled.</summary>
    public static int GoogleEnd(ReadOnlySpan<char> text, int open)
    {
        var quote = text[open];
        var width = text.At(open + 1) == quote && text.At(open + 2) == quote ? 3 : 1;
        var at = open + width;
        while (at < text.Length)
        {
            var step = text[at..].IndexOfAny(quote, '\\');
            if (step < 0)
                return -1;
            at += step;
            if (text[at] == '\\')
                at += 2;
            else if (width == 1)
                return at + 1;
            else if (text.At(at + 1) == quote && text.At(at + 2) == quote)
                return at + 3;
            else
                at++;
        }
        return -1;
    }

    /// <summary>Oracle: <c>q'[…]'</c> with a pair of brackets or any one character twice.</summary>
    public static int OracleEnd(ReadOnlySpan<char> text, int quoteAt)
    {
        var open = text.At(quoteAt + 1);
        if (open == '\0' || char.IsWhiteSpace(open) || char.IsSurrogate(open))
            return -1;
        var close = open switch
        {
            '[' => ']',
            '{' => '}',
            '(' => ')',
            '<' => '>',
            _ => open,
        };
        var step = text[(quoteAt + 2)..].IndexOf([close, '\'']);
        return step < 0 ? -1 : quoteAt + 2 + step + 2;
    }

    /// <summary>The end of <c>$tag$</c>; 0 where the dollar sign begins none.</summary>
    public static int DollarTagEnd(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        for (; text.At(at) != '$'; at++)
        {
            var c = text.At(at);
            if (!NameCharacters.IsStart(c) && !(char.IsAsciiDigit(c) && at > start + 1))
                return 0;
        }
        return at + 1;
    }

    public static int DollarEnd(ReadOnlySpan<char> text, int start, int tagEnd)
    {
        var step = text[tagEnd..].IndexOf(text[start..tagEnd]);
        return step < 0 ? -1 : tagEnd + step + (tagEnd - start);
    }

    private static bool IsEscaped(ReadOnlySpan<char> text, int at)
    {
        var slashes = 0;
        while (text[at - 1 - slashes] == '\\')
            slashes++;
        return slashes % 2 == 1;
    }
}
