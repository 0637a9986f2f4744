namespace Causum.Domain.Sensitivity.Names;

/// <summary>
/// A column's or key's name in parts: split at separators, at <c>aB</c> and <c>a1</c> borders and where the script changes. A part that is a word
/// as it is spelled stays so (Swedish <c>lön</c> is no <c>lon</c>), the others are folded.
/// </summary>
internal static class FieldName
{
    public static IReadOnlyList<string> Split(ReadOnlySpan<char> name)
    {
        var parts = new List<string>(4);
        var start = -1;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c) && !IsMark(c))
            {
                Close(parts, name, start, i);
                start = -1;
            }
            else if (start < 0)
            {
                start = i;
            }
            else if (IsBorder(name, i))
            {
                Close(parts, name, start, i);
                start = i;
            }
        }
        Close(parts, name, start, name.Length);
        return parts;
    }

    private static void Close(List<string> parts, ReadOnlySpan<char> name, int start, int end)
    {
        if (start < 0 || start == end)
            return;
        var folded = LatinFolding.Fold(name[start..end]);
        var spelled = name[start..end].ToString().ToLowerInvariant();
        parts.Add(NameVocabulary.Knows(spelled) ? spelled : folded);
    }

    /// <summary>Vowel signs and accents belong to the letter before them.</summary>
    private static bool IsMark(char c) =>
        c >= '\u0300'
        && char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsBorder(ReadOnlySpan<char> name, int i)
    {
        var before = name[i - 1];
        var here = name[i];
        if (char.IsUpper(here))
            return char.IsLower(before) || (char.IsUpper(before) && i + 1 < name.Length && char.IsLower(name[i + 1]));
        if (char.IsDigit(here))
            return char.IsLetter(before);
        return char.IsLetter(here) && char.IsLetter(before) && IsLatin(here) != IsLatin(before);
    }

    private static bool IsLatin(char c) =>
        c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF' or >= '\uFF01' and <= '\uFF5E';
}
