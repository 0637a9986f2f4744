using System.Collections.Frozen;

namespace Causum.Domain.Sensitivity.Names;

/// <summary>
/// The words of column names, in many languages. Words in scripts with spaces between words are looked up whole or by stem, those of scripts
/// without are searched inside the name.
/// </summary>
internal static class NameVocabulary
{
    public const int LongestNeighbours = 5;

    private static readonly FrozenDictionary<string, Word> Words = Load();
    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestWord = Words.Keys.Max(w => w.Length);

    public static IEnumerable<KeyValuePair<string, Word>> All => Words;

    /// <summary>The first parts of words that have several.</summary>
    public static IEnumerable<string> Beginnings => Tables.SelectMany(WordList.Beginnings);

    public static bool Knows(string spelled) => Words.ContainsKey(spelled);

    /// <summary>The folded word itself, or its singular.</summary>
    public static Word? Find(ReadOnlySpan<char> folded)
    {
        if (folded.Length > LongestWord + 2)
            return null;
        if (Lookup.TryGetValue(folded, out var word))
            return word;
        if (folded.Length > 4 && folded[^1] == 's' && Lookup.TryGetValue(folded[..^1], out word))
            return word;
        return null;
    }

    /// <summary>The longest word that starts the text, for scripts without spaces; its length, or 0.</summary>
    public static int LongestAt(ReadOnlySpan<char> folded, out Word word)
    {
        for (var length = Math.Min(folded.Length, LongestWord); length >= 1; length--)
        {
            if (Lookup.TryGetValue(folded[..length], out word))
                return length;
        }
        word = default;
        return 0;
    }

    private static FrozenDictionary<string, Word> Load()
    {
        var words = new Dictionary<string, Word>(16384, StringComparer.Ordinal);
        foreach (var table in Tables)
            WordList.AddTo(words, table);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Tables =>
        [
            AbbreviatedWords.Table,
            EnglishWords.Table,
            RomanceWords.Table,
            GermanicWords.Table,
            SlavicLatinWords.Table,
            NordicAndOtherLatinWords.Table,
            CyrillicAndGreekWords.Table,
            SemiticAndIndicWords.Table,
            EastAsianWords.Table,
        ];
}
