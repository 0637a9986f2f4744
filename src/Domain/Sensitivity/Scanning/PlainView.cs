using System.Buffers;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>
/// The text as it looks to a reader: full-width forms as ASCII, other scripts' digits as digits, odd spaces and dashes as plain ones, invisible
/// characters left out, with the way back to the original offsets.
/// </summary>
internal readonly struct PlainView
{
    private static readonly SearchValues<char> Odd = SearchValues.Create(OddCharacters());

    private readonly char[] characters;
    private readonly int[] origins;
    private readonly int length;

    private PlainView(char[] characters, int[] origins, int length) =>
        (this.characters, this.origins, this.length) = (characters, origins, length);

    public ReadOnlySpan<char> Text => characters.AsSpan(0, length);

    /// <summary>Most texts hold nothing odd and are searched as they are.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text) => text.ContainsAny(Odd);

    public static PlainView Of(ReadOnlySpan<char> text)
    {
        var shown = new char[text.Length];
        var cameFrom = new int[text.Length + 1];
        var kept = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Plain(text[i]) is not { } plain)
                continue;
            cameFrom[kept] = i;
            shown[kept++] = plain;
        }
        cameFrom[kept] = text.Length;
        return new PlainView(shown, cameFrom, kept);
    }

    public FoundSpan ToOriginal(FoundSpan span)
    {
        var start = origins[span.Start];
        var end = origins[span.Start + span.Length - 1] + 1;
        return new FoundSpan(start, end - start, span.Kind);
    }

    /// <summary><c>null</c> for a character that shows nothing.</summary>
    public static char? Plain(char c) =>
        c switch
        {
            < '\u00A0' => c,
            '\u00A0' or '\u202F' or (>= '\u2000' and <= '\u200A') or '\u3000' or '\u205F' => ' ',
            '\u00AD'
            or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2064')
            or (>= '\u2066' and <= '\u2069')
            or '\uFEFF' => null,
            (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' => '-',
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            >= '\u0660' and <= '\u0669' => (char)(c - 0x0660 + '0'),
            >= '\u06F0' and <= '\u06F9' => (char)(c - 0x06F0 + '0'),
            >= '\u0966' and <= '\u096F' => (char)(c - 0x0966 + '0'),
            >= '\u09E6' and <= '\u09EF' => (char)(c - 0x09E6 + '0'),
            >= '\u0E50' and <= '\u0E59' => (char)(c - 0x0E50 + '0'),
            _ => c,
        };

    private static string OddCharacters() =>
        string.Concat(
            Enumerable.Range(0x80, 0xFF80).Select(i => (char)i).Where(c => !char.IsSurrogate(c) && Plain(c) != c)
        );
}
