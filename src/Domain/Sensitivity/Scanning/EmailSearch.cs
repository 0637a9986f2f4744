using System.Buffers;
using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>Addresses around every <c>@</c>, and those spelled with "(at)".</summary>
internal static class EmailSearch
{
    private static readonly SearchValues<string> SpelledAt = SearchValues.Create(
        ["(at)", "[at]"],
        StringComparison.OrdinalIgnoreCase
    );

    public static void Run(ReadOnlySpan<char> text, SpanCollector found)
    {
        for (var from = 0; text[from..].IndexOf('@') is var next and >= 0; )
        {
            var at = from + next;
            from = at + 1;
            if (!EmailAddress.TryExtend(text, at, out var start, out var end))
                continue;
            found.Add(start, end - start, Kind.Email, Certainty.Syntax);
            from = Math.Max(from, end);
        }
        for (var from = 0; text[from..].IndexOfAny(SpelledAt) is var next and >= 0; from += next + 4)
            AddSpelled(text, from + next, found);
    }

    private static void AddSpelled(ReadOnlySpan<char> text, int at, SpanCollector found)
    {
        var start = at;
        while (start > 0 && text[start - 1] == ' ' && at - start < 2)
            start--;
        var localEnd = start;
        while (
            start > 0
            && localEnd - start < 64
            && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+')
        )
            start--;
        var end = at + 4;
        var letters = 0;
        var dots = 0;
        for (; end < text.Length && end - at < 100; end++)
        {
            if (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-')
                letters++;
            else if (text[end] == '.')
                dots++;
            else if (
                text[end..].StartsWith("(dot)", StringComparison.OrdinalIgnoreCase)
                || text[end..].StartsWith("[dot]", StringComparison.OrdinalIgnoreCase)
            )
                (end, dots) = (end + 4, dots + 1);
            else if (text[end] != ' ' || (dots > 0 && letters > 0 && text[end - 1] is not (')' or ']')))
                break;
        }
        if (start < localEnd && dots > 0 && letters >= 3)
            found.Add(start, end - start, Kind.Email, Certainty.Layout);
    }
}
