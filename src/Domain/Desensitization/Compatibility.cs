using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Causum.Domain.Desensitization;

/// <summary>
/// Unicode's compatibility composition (NFKC) from tables of our own: the process runs without culture data, where the runtime's normalization leaves every
/// text as it is. Marks are composed in the order they stand in.
/// </summary>
internal static class Compatibility
{
    private static readonly FrozenDictionary<int, string> Expansions = Entries(CompatibilityTable.Expansions)
        .ToFrozenDictionary(
            entry => Code(entry[0]),
            entry => string.Concat(entry.Skip(1).Select(c => char.ConvertFromUtf32(Code(c))))
        );

    private static readonly FrozenDictionary<(char Base, char Mark), char> Compositions = Entries(
            CompatibilityTable.Compositions
        )
        .ToFrozenDictionary(entry => ((char)Code(entry[1]), (char)Code(entry[2])), entry => (char)Code(entry[0]));

    private static readonly FrozenDictionary<char, char> Bases = Entries(CompatibilityTable.Compositions)
        .ToFrozenDictionary(entry => (char)Code(entry[0]), entry => (char)Code(entry[1]));

    /// <summary>NFKC, trimmed, each run of white space one space.</summary>
    internal static string Unify(string text)
    {
        if (IsPlain(text))
            return text;
        var unified = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAscii(text[i]))
                Append(unified, text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                Append(
                    unified,
                    text.AsSpan(i++, 2),
                    Expansions.GetValueOrDefault(char.ConvertToUtf32(text[i - 1], text[i]))
                );
            else
                Append(unified, text.AsSpan(i, 1), Expansions.GetValueOrDefault(text[i]));
        }
        return unified.ToString().Trim();
    }

    /// <summary>What a character stands for under NFKC, or null where it stands for itself.</summary>
    internal static string? Expand(int codePoint) => Expansions.GetValueOrDefault(codePoint);

    /// <summary>The letter without its marks.</summary>
    internal static char WithoutMarks(char letter)
    {
        while (Bases.TryGetValue(letter, out var bare))
            letter = bare;
        return letter;
    }

    private static bool IsPlain(string text)
    {
        var wasSpace = true;
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && wasSpace))
                return false;
            wasSpace = c == ' ';
        }
        return !wasSpace || text.Length == 0;
    }

    private static void Append(StringBuilder unified, ReadOnlySpan<char> original, string? expansion)
    {
        foreach (var c in expansion ?? original)
            Append(unified, c);
    }

    private static void Append(StringBuilder unified, char c)
    {
        if (char.IsWhiteSpace(c))
        {
            if (unified.Length > 0 && unified[^1] != ' ')
                unified.Append(' ');
        }
        else if (unified.Length > 0 && !char.IsAscii(c) && Compositions.TryGetValue((unified[^1], c), out var composed))
            unified[^1] = composed;
        else
            unified.Append(c);
    }

    private static int Code(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Entries(string table) =>
        table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(' '));
}
