using System.Buffers;

namespace Causum.Domain.Sql;

/// <summary>Finds where a comment ends, and refuses one whose end servers see in different places.</summary>
internal static class CommentScan
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");
    private static readonly SearchValues<char> HintDangers = SearchValues.Create("'\"`#\\");

    /// <summary>The offset of the line's end; -1 where a character stands in it that only some servers take for one.</summary>
    public static int LineEnd(ReadOnlySpan<char> text, int start)
    {
        var step = text[start..].IndexOfAny(LineBreaks);
        if (step < 0)
            return text.Length;
        var end = start + step;
        return text[end] == '\n' || (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n') ? end : -1;
    }

    public static int BlockEnd(ReadOnlySpan<char> text, int start, LexicalRules rules, out RefusalReason? fault)
    {
        fault = null;
        if (rules.Block == BlockComment.FlatOrCode && IsCode(text[(start + 2)..]))
            fault = RefusalReason.ExecutableComment;
        var end = fault is null ? Close(text, start, rules.Block == BlockComment.Nests, out fault) : -1;
        if (fault is null && rules.HintsAreLexed && IsHint(text, start) && text[start..end].ContainsAny(HintDangers))
            fault = RefusalReason.AmbiguousComment;
        if (fault is null && rules.HintsSetLimits && IsHint(text, start) && SetsLimit(text[start..end]))
            fault = RefusalReason.SessionChange;
        return end;
    }

    private static bool SetsLimit(ReadOnlySpan<char> hint) =>
        hint.Contains("SET_VAR", StringComparison.OrdinalIgnoreCase)
        || hint.Contains("MAX_EXECUTION_TIME", StringComparison.OrdinalIgnoreCase)
        || hint.Contains("RESOURCE_GROUP", StringComparison.OrdinalIgnoreCase);

    private static int Close(ReadOnlySpan<char> text, int start, bool nests, out RefusalReason? fault)
    {
        var depth = 1;
        var at = start + 2;
        fault = null;
        while (true)
        {
            var step = text[at..].IndexOfAny('*', '/');
            if (step < 0 || at + step + 1 >= text.Length)
            {
                fault = RefusalReason.UnbalancedComment;
                return -1;
            }
            at += step;
            if (text[at] == '*' && text[at + 1] == '/')
            {
                at += 2;
                if (--depth == 0)
                    return at;
            }
            else if (text[at] == '/' && text[at + 1] == '*')
            {
                if (!nests)
                {
                    fault = RefusalReason.AmbiguousComment;
                    return -1;
                }
                depth++;
                at += 2;
            }
            else
                at++;
        }
    }

    private static bool IsCode(ReadOnlySpan<char> inside) =>
        inside.StartsWith("!", StringComparison.Ordinal) || inside.StartsWith("M!", StringComparison.Ordinal);

    private static bool IsHint(ReadOnlySpan<char> text, int start) => start + 2 < text.Length && text[start + 2] == '+';
}
