using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>The kind that a word near a number gives it: "card 4111…", "born 1980-02-03".</summary>
internal static class CueWords
{
    public const int Reach = 30;

    /// <summary>The kind named nearest before the number, else right behind it; <c>null</c> where none is.</summary>
    public static Kind? Near(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[Math.Max(0, start - Reach)..start];
        if (NamedLast(before) is { } kind)
            return kind;
        var behind = text[end..Math.Min(text.Length, end + Reach)];
        return NamedLast(behind);
    }

    /// <summary>Words and joined neighbours, from the end of the window.</summary>
    private static Kind? NamedLast(ReadOnlySpan<char> window)
    {
        if (!ContainsLetter(window))
            return null;
        var reading = NameReader.Read(window);
        return reading is { Kind: { } kind, NeedsContext: false, Weakened: false } && NumberKinds.Contains(kind)
            ? kind
            : null;
    }

    private static bool ContainsLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }
        return false;
    }
}
