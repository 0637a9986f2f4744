namespace Causum.Domain.Desensitization;

/// <summary>How the words of a value are put together before they are compared.</summary>
internal enum SearchView : byte
{
    /// <summary>Words with one space between them, whatever separates them in the text.</summary>
    Spaced,

    /// <summary>Words without anything between them: for numbers and for scripts without spaces, whose grouping means nothing.</summary>
    Joined,
}

/// <summary>Reads a text from a word's start as a stream of folded characters, one word after the other.</summary>
internal ref struct SearchReader(ReadOnlySpan<char> text, SearchView view, int start, bool crossesAll = false)
{
    private const int LongestSeparator = 64;
    private const int GroupedDigits = 3;

    private readonly ReadOnlySpan<char> text = text;
    private string? several;
    private int inSeveral;
    private bool sawLetter;
    private bool spaceDue;
    private SearchRole last = SearchRole.Break;

    /// <summary>Behind the last character that was read.</summary>
    internal int Position { get; private set; } = start;

    /// <summary>True where a word ends behind the last character that was read.</summary>
    internal bool AtWordEnd { get; private set; }

    /// <summary>The next character of the stream, or false where no word follows that belongs to it.</summary>
    internal bool Next(out char folded)
    {
        folded = '\0';
        if (several is not null && inSeveral < several.Length)
            return Take(several[inSeveral++], out folded);
        several = null;
        if (spaceDue)
        {
            spaceDue = false;
            folded = ' ';
            AtWordEnd = false;
            return true;
        }
        if (AtWordEnd && last != SearchRole.Break && !Cross())
            return false;
        if (spaceDue)
            return Next(out folded);
        if (Position >= text.Length)
            return false;
        return Read(out folded);
    }

    private bool Read(out char folded)
    {
        var c = text[Position++];
        if (char.IsHighSurrogate(c) && Position < text.Length && char.IsLowSurrogate(text[Position]))
        {
            if (Compatibility.Expand(char.ConvertToUtf32(c, text[Position])) is { } expansion)
            {
                Position++;
                return Begin(expansion, out folded);
            }
        }
        var one = SearchFolding.Fold(c);
        return one == SearchFolding.Several ? Begin(Compatibility.Expand(c)!, out folded) : Take(one, out folded);
    }

    private bool Begin(string expansion, out char folded)
    {
        several = expansion;
        inSeveral = 1;
        return Take(expansion[0], out folded);
    }

    private bool Take(char c, out char folded)
    {
        folded = SearchFolding.Fold(c);
        last = SearchFolding.Role(c) == SearchRole.Unspaced ? SearchRole.Unspaced : SearchRole.Word;
        sawLetter |= !char.IsAsciiDigit(folded);
        if (several is not null && inSeveral < several.Length)
        {
            AtWordEnd = false;
            return true;
        }
        while (Position < text.Length && SearchFolding.Role(text[Position]) == SearchRole.Ignored)
            Position++;
        var next = Position < text.Length ? SearchFolding.Role(text[Position]) : SearchRole.Break;
        AtWordEnd = next == SearchRole.Break || next == SearchRole.Unspaced || last == SearchRole.Unspaced;
        return true;
    }

    /// <summary>Over the separators to the next word.</summary>
    private bool Cross()
    {
        var at = Position;
        while (at < text.Length && SearchFolding.Role(text[at]) is SearchRole.Break or SearchRole.Ignored)
        {
            if (!crossesAll && (at - Position >= LongestSeparator || (view == SearchView.Joined && !Joins(at))))
                return false;
            at++;
        }
        if (at >= text.Length)
            return false;
        spaceDue = view == SearchView.Spaced && at > Position;
        Position = at;
        return true;
    }

    private readonly bool Joins(int at) =>
        text[at] switch
        {
            '-' or '.' or '/' or '(' or ')' or ':' or '\'' or '+' or '=' or '\\' => true,
            ',' => sawLetter || DigitsFrom(at + 1) == GroupedDigits,
            '\n' or '\r' or '\t' => false,
            var c => char.IsWhiteSpace(c),
        };

    private readonly int DigitsFrom(int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(SearchFolding.Fold(text[end])))
            end++;
        return end - at;
    }
}
