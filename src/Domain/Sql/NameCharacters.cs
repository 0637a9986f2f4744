using System.Buffers;
using System.Globalization;
using System.Text;

namespace Causum.Domain.Sql;

/// <summary>Which characters an unquoted name may hold. What some server folds to an ASCII character, or takes for white space, is none.</summary>
internal static class NameCharacters
{
    public static readonly SearchValues<char> Ascii = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    );

    public static bool IsStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 0x80;

    /// <summary>The length in UTF-16 units of the non-ASCII name character at the start of the text; 0 where there is none.</summary>
    public static int BeyondAscii(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done && IsHarmless(rune)
            ? length
            : 0;

    private static bool IsHarmless(Rune rune) =>
        !FoldsToAscii(rune.Value)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.OtherSymbol;

    // Modifier letters look like quotes to servers that convert to a code page (U+02B0 to U+02FF); full-width forms, the long s,
    // the Kelvin sign, the dotted and dotless i and mathematical letters fold to ASCII in one server or another.
    private static bool FoldsToAscii(int value) =>
        value
            is 0x130
                or 0x131
                or 0x17F
                or 0x1E9E
                or 0x212A
                or 0x212B
                or (>= 0x2B0 and <= 0x2FF)
                or (>= 0xFF01 and <= 0xFF5E)
                or (>= 0x1D400 and <= 0x1D7FF);
}
