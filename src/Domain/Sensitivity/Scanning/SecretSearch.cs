using System.Buffers;
using Causum.Domain.Sensitivity.Forms;
using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>Keys, tokens and hashes that show what they are, and the value behind "password=", "api_key:", "Bearer".</summary>
internal static class SecretSearch
{
    private const int LongestLabel = 32;

    private static readonly SearchValues<char> Assignments = SearchValues.Create("=:：");
    private static readonly SearchValues<string> Bearers = SearchValues.Create(
        ["Bearer ", "bearer "],
        StringComparison.Ordinal
    );

    public static void Run(ReadOnlySpan<char> text, SpanCollector found)
    {
        for (var from = 0; text[from..].IndexOfAny(SecretText.Openings) is var next and >= 0; )
        {
            var at = from + next;
            from = at + AddOpened(text, at, found);
        }
        for (var from = 0; text[from..].IndexOfAny(Assignments) is var next and >= 0; from += next + 1)
        {
            if (LabelKind(text[..(from + next)]) is { } kind)
                AddValue(text, from + next + 1, fewest: 4, kind, found);
        }
        for (var from = 0; text[from..].IndexOfAny(Bearers) is var next and >= 0; from += next + 7)
            AddValue(text, from + next + 7, fewest: 12, Kind.SecretKey, found);
    }

    private static int AddOpened(ReadOnlySpan<char> text, int at, SpanCollector found)
    {
        if (text[at..].StartsWith("://"))
        {
            if (SecretText.MeasureUrlWithPassword(text, at, out var start, out var url))
                found.Add(start, url, Kind.SecretKey, Certainty.Syntax);
            return 3;
        }
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            return 1;
        var length = SecretText.Measure(text[at..], out var kind);
        if (length > 0)
            found.Add(at, length, kind, Certainty.Syntax);
        return Math.Max(length, 1);
    }

    /// <summary>What the word before the sign says, quotes and blanks between left out.</summary>
    private static Kind? LabelKind(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \"'");
        var start = before.Length;
        while (
            start > 0
            && before.Length - start < LongestLabel
            && (char.IsLetterOrDigit(before[start - 1]) || before[start - 1] is '_' or '-')
        )
            start--;
        var label = before[start..];
        if (label.Length < 3)
            return null;
        Span<char> folded = stackalloc char[LongestLabel];
        int kept = 0,
            lastPart = 0;
        for (var i = 0; i < label.Length; i++)
        {
            if (!char.IsLetterOrDigit(label[i]) || (i > 0 && char.IsUpper(label[i]) && char.IsLower(label[i - 1])))
                lastPart = kept;
            if (char.IsLetterOrDigit(label[i]))
                folded[kept++] = LatinFolding.Fold(label[i]);
        }
        if (
            !CueVocabulary.TryFind(folded[..kept], out var kind)
            && !CueVocabulary.TryFind(folded[lastPart..kept], out kind)
        )
            return null;
        return kind == Kind.Password || kind == Kind.SecretKey || kind == Kind.Session ? kind : null;
    }

    private static void AddValue(ReadOnlySpan<char> text, int from, int fewest, Kind kind, SpanCollector found)
    {
        var start = from;
        while (start < text.Length && text[start] is ' ' or '"' or '\'' && start - from < 4)
            start++;
        var end = start;
        while (end < text.Length && end - start < 256 && !IsEnd(text[end]))
            end++;
        var value = text[start..end];
        if (value.Length >= fewest && value is not ("null" or "true" or "false" or "Bearer") && !value.StartsWith("//"))
            found.Add(start, value.Length, kind, Certainty.Cue);
    }

    private static bool IsEnd(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or ';' or ',' or '&' or '<' or '}';
}
