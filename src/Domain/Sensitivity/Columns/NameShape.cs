using System.Collections.Frozen;
using System.Globalization;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>The look of a person's name: one to four capitalised words, or two to seven characters of Han, kana or Hangul; no digit, no firm.</summary>
internal static class NameShape
{
    private static readonly FrozenSet<string> Firms = new[]
    {
        "Inc",
        "LLC",
        "Ltd",
        "Limited",
        "GmbH",
        "AG",
        "KG",
        "SA",
        "SAS",
        "SARL",
        "SL",
        "SpA",
        "Srl",
        "BV",
        "NV",
        "AB",
        "AS",
        "Oy",
        "Oyj",
        "Corp",
        "Co",
        "Company",
        "Group",
        "Bank",
        "Holding",
        "Holdings",
        "Foundation",
        "University",
        "Institute",
        "Street",
        "Road",
        "Avenue",
        "Hospital",
        "School",
        "PLC",
        "Pty",
        "Kft",
        "Zrt",
        "doo",
        "sro",
        "Sp",
        "Ltda",
        "Systems",
        "Solutions",
        "Services",
        "Industries",
        "Partners",
        "Technologies",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirmLookup = Firms.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Words of the name, a name in Han, kana or Hangul counting as two; 0 where it is none.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 60)
            return 0;
        return text[0] >= '\u2E80' ? Eastern(text) : Spaced(text);
    }

    private static int Eastern(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or '々')
                letters++;
            else if (c is not (' ' or '\u3000' or '・' or '·'))
                return 0;
        }
        return letters is >= 2 and <= 10 ? 2 : 0;
    }

    private static int Spaced(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range].TrimEnd(",.");
            if (word.IsEmpty)
                continue;
            if (!IsNameWord(word, first: words == 0))
                return 0;
            words++;
        }
        return words <= 5 ? words : 0;
    }

    /// <summary>Particles such as "de" and "van" may stand inside a name, not at its start.</summary>
    private static bool IsNameWord(ReadOnlySpan<char> word, bool first)
    {
        if (char.IsLower(word[0]) && (first || word.Length > 4))
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.') && !IsMark(c))
                return false;
        }
        return !FirmLookup.Contains(word);
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
