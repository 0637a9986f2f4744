using System.Collections.Frozen;
using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>Whether a value holds a frequent name. Evidence of a share of a column, never of a single value.</summary>
internal static class PersonNames
{
    private static readonly FrozenSet<string> Words = Split(FrequentNames.Latin, FrequentNames.OtherAlphabets);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly FrozenSet<string> Japanese = Split(FrequentNames.JapaneseFamilies);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> JapaneseLookup =
        Japanese.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words of the value are frequent names; a value of Han characters or Hangul counts by its family name.</summary>
    public static int Count(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return 0;
        if (value[0] >= '\u2E80')
            return IsEastern(value) ? 1 : 0;
        var count = 0;
        foreach (var range in value.SplitAny(" -,.'・·"))
        {
            if (IsFrequent(value[range]))
                count++;
        }
        return count;
    }

    private static bool IsFrequent(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 24)
            return false;
        Span<char> folded = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
            folded[i] = LatinFolding.Fold(word[i]);
        return Lookup.Contains(folded);
    }

    private static bool IsEastern(ReadOnlySpan<char> value)
    {
        if (value[0] is >= '\uAC00' and <= '\uD7A3')
            return value.Length is 2 or 3 or 4 && FrequentNames.KoreanFamilies.Contains(value[0]);
        for (var length = Math.Min(3, value.Length - 1); length >= 1; length--)
        {
            if (JapaneseLookup.Contains(value[..length]) && value.Length is >= 3 and <= 7)
                return true;
        }
        return value.Length is 2 or 3 or 4 && FrequentNames.ChineseFamilies.Contains(value[0]);
    }

    private static FrozenSet<string> Split(params ReadOnlySpan<string> tables)
    {
        var words = new System.Collections.Generic.HashSet<string>(4096, StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var word in table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                words.Add(word);
        }
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
