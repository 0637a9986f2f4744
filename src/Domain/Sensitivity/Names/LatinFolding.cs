namespace Causum.Domain.Sensitivity.Names;

/// <summary>
/// Lower case without diacritics, full-width forms as ASCII: what names are compared in. Written by hand because the agent runs with
/// invariant globalization, where <c>string.Normalize</c> returns its input unchanged.
/// </summary>
internal static class LatinFolding
{
    private const char FirstLatin = '\u00C0';
    private const char FirstVietnamese = '\u1E00';

    /// <summary>Base letters of U+00C0 to U+024F; a point where there is none.</summary>
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        + "...............e.ff....i........oo.............uu............................aaiioouuuuuuuuuu.aa"
        + "aa....ggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
        + "................";

    /// <summary>Base letters of U+1E00 to U+1EFF.</summary>
    private const string Vietnamese =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new System.Text.StringBuilder(text.Length + 4);
        foreach (var c in text)
            Append(folded, c);
        return folded.ToString();
    }

    /// <summary>One character for one, so that offsets stay; letters such as ß, whose base has two, keep their first.</summary>
    public static char Fold(char c) =>
        c < '\u0080'
            ? c is >= 'A' and <= 'Z'
                ? (char)(c | 0x20)
                : c
            : c is >= '\uFF01' and <= '\uFF5E'
                ? char.ToLowerInvariant((char)(c - 0xFEE0))
                : c is 'ё' or 'Ё'
                    ? 'е'
                    : c is 'ς'
                        ? 'σ'
                        : c is 'أ' or 'إ' or 'آ'
                            ? 'ا'
                            : c is 'ß'
                                ? 's'
                                : c is 'Æ' or 'æ'
                                    ? 'a'
                                    : c is 'Œ' or 'œ'
                                        ? 'o'
                                        : c is 'Þ' or 'þ'
                                            ? 't'
                                            : Base(c, Latin, FirstLatin) is { } latin
                                                ? latin
                                                : Base(c, Vietnamese, FirstVietnamese) is { } vietnamese
                                                    ? vietnamese
                                                    : GreekBase(char.ToLowerInvariant(c));

    private static void Append(System.Text.StringBuilder folded, char c)
    {
        if (c is >= '\u0300' and <= '\u036F' or >= '\u064B' and <= '\u0652' or '\u0640')
            return;
        folded.Append(Fold(c));
        if (c is 'ß')
            folded.Append('s');
        else if (c is 'Æ' or 'æ' or 'Œ' or 'œ')
            folded.Append('e');
        else if (c is 'Þ' or 'þ')
            folded.Append('h');
    }

    private static char? Base(char c, string letters, char first) =>
        c >= first && c - first < letters.Length && letters[c - first] is not '.' and var letter ? letter : null;

    private static char GreekBase(char c) =>
        c switch
        {
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' or 'ϊ' or 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' or 'ϋ' or 'ΰ' => 'υ',
            'ώ' => 'ω',
            _ => c,
        };
}
