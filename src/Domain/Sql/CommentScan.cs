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
        return text[end] == '\n' || (text[end] == '\r' && text.At(end + 1) == '\n') ? end : -1;
    }

    /// <summary>Where the comment ends, or why it may not stand there.</summary>
    public static RefusalReason? Block(ReadOnlySpan<char> text, int start, LexicalRules rules, out int end)
    {
        end = start + 2;
        if (rules.Block == BlockComment.FlatOrCode && IsCode(text[end..]))
            return RefusalReason.ExecutableComment;
        if (Close(text, rules.Block == BlockComment.Nests, ref end) is { } fault)
            return fault;
        var hint = text.At(start + 2) == '+' ? text[start..end] : default;
        if (rules.HintsAreLexed && hint.ContainsAny(HintDangers))
            return RefusalReason.AmbiguousComment;
        return rules.HintsSetLimits && SetsLimit(hint) ? RefusalReason.SessionChange : null;
    }

    private static bool SetsLimit(ReadOnlySpan<char> hint) =>
        hint.Contains("SET_VAR", StringComparison.OrdinalIgnoreCase)
        || hint.Contains("MAX_EXECUTION_TIME", StringComparison.OrdinalIgnoreCase)
        || hint.Contains("RESOURCE_GROUP", StringComparison.OrdinalIgnoreCase);

    private static RefusalReason? Close(ReadOnlySpan<char> text, bool nests, ref int at)
    {
        for (var depth = 1; depth > 0; )
        {
            var step = text[at..].IndexOfAny('*', '/');
            if (step < 0)
                return RefusalReason.UnbalancedComment;
            at += step;
            var opens = text[at] == '/' && text.At(at + 1) == '*';
            var closes = text[at] == '*' && text.At(at + 1) == '/';
            if (opens && !nests)
                return RefusalReason.AmbiguousComment;
            if (opens)
                depth++;
            if (closes)
                depth--;
            at += opens || closes ? 2 : 1;
        }
        return null;
    }

    private static bool IsCode(ReadOnlySpan<char> inside) =>
        inside.StartsWith("!", StringComparison.Ordinal) || inside.StartsWith("M!", StringComparison.Ordinal);
}
