using System.Globalization;

namespace Causum.Domain.Desensitization;

/// <summary>How a character takes part in a search.</summary>
internal enum SearchRole : byte
{
    /// <summary>White space and punctuation: separates words.</summary>
    Break,

    /// <summary>Letters, digits and the underscore.</summary>
    Word,

    /// <summary>A letter of a script without spaces between words: a word can begin and end beside it.</summary>
    Unspaced,

    /// <summary>Invisible, or a mark on a letter: counts for nothing.</summary>
    Ignored,
}

/// <summary>
/// The form in which values are searched: without case, marks, width and invisible characters, so that none of them hides a value. Looser than
/// <see cref="CanonicalForm"/>: it may find too much, never too little.
/// </summary>
internal static class SearchFolding
{
    /// <summary>Marks a character that stands for several; see <see cref="Compatibility.Expand"/>.</summary>
    internal const char Several = '\uFFFF';

    private static readonly (char[] Folded, SearchRole[] Roles) Table = Build();

    internal static char Fold(char c) => Table.Folded[c];

    internal static SearchRole Role(char c) => Table.Roles[c];

    private static (char[], SearchRole[]) Build()
    {
        var folded = new char[char.MaxValue + 1];
        var roles = new SearchRole[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            var expansion = Compatibility.Expand(c);
            var one = expansion is { Length: 1 } ? expansion[0] : c;
            one = char.ToLowerInvariant(Compatibility.WithoutMarks(one));
            var digit = CharUnicodeInfo.GetDecimalDigitValue(one);
            folded[i] =
                expansion is { Length: > 1 } ? Several
                : digit >= 0 ? (char)('0' + digit)
                : one;
            roles[i] = expansion is { Length: > 1 }
                ? RoleOf(expansion.FirstOrDefault(char.IsLetterOrDigit, expansion[0]))
                : RoleOf(one);
        }
        return (folded, roles);
    }

    private static SearchRole RoleOf(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark =>
                SearchRole.Ignored,
            _ when c == '_' => SearchRole.Word,
            _ when IsUnspaced(c) => SearchRole.Unspaced,
            _ when char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark =>
                SearchRole.Word,
            _ => SearchRole.Break,
        };

    /// <summary>Thai to Myanmar, Khmer, kana, ideographs, and Hangul, whose particles follow a name without a space; surrogates hold the rarer ideographs.</summary>
    private static bool IsUnspaced(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3005' and <= '\u3007')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3100' and <= '\u312F')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uD800' and <= '\uDFFF')
                or (>= '\uAC00' and <= '\uD7A3');
}
