namespace Causum.Domain.Sensitivity.Columns;

/// <summary>The look of a person's name: one to four capitalised words, or two to four characters of Han, kana or Hangul; no digit.</summary>
internal static class NameShape
{
    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 60)
            return false;
        int words = 0,
            eastern = 0,
            letters = 0;
        var atStart = true;
        foreach (var c in text)
        {
            if (c is ' ' or '-' or ',' or '.' or '\'' or '’' or '・' or '·')
            {
                atStart = c is ' ' or '-' or '・' or '·' || atStart;
                continue;
            }
            if (
                !char.IsLetter(c)
                && char.GetUnicodeCategory(c)
                    is not (
                        System.Globalization.UnicodeCategory.NonSpacingMark
                        or System.Globalization.UnicodeCategory.SpacingCombiningMark
                    )
            )
                return false;
            letters++;
            if (c >= '\u2E80')
                eastern++;
            if (atStart)
            {
                words++;
                if (char.IsLower(c))
                    return false;
            }
            atStart = false;
        }
        return eastern > 0 ? letters is >= 2 and <= 10 : words is >= 1 and <= 4 && letters >= 2;
    }
}
