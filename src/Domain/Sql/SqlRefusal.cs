using Causum.Domain.Tasks;

namespace Causum.Domain.Sql;

/// <summary>A place in a query text: line and column from 1, offset from 0, all in UTF-16 units; LF ends a line.</summary>
public sealed record SqlPosition(int Line, int Column, int Offset)
{
    public static SqlPosition At(ReadOnlySpan<char> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), offset);
    }
}

/// <summary>
/// Why a text is not run, and where. The message may name a keyword or function of the guard's own lists, never anything copied
/// from the query: a literal in it may be a person's data.
/// </summary>
public sealed record SqlRefusal(RefusalReason Reason, SqlPosition Position, string Message)
{
    internal static SqlRefusal Of(ReadOnlySpan<char> text, Finding finding) =>
        new(
            finding.Reason,
            SqlPosition.At(text, finding.Offset),
            finding.Rule.Length == 0 ? finding.Reason.Sentence() : $"{finding.Rule}: {finding.Reason.Sentence()}"
        );

    /// <summary>As the answer to a task, with the place in words.</summary>
    public TaskFailure ToFailure() =>
        TaskFailure.QueryRefused(Reason, $"{Message} (line {Position.Line}, column {Position.Column})");

    /// <summary>The refusal of a text whose dialect the caller could not tell.</summary>
    public static SqlRefusal UnknownDialect { get; } =
        new(RefusalReason.UnknownDialect, new SqlPosition(1, 1, 0), RefusalReason.UnknownDialect.Sentence());
}

/// <summary>A rule that was broken at an offset; <paramref name="Rule"/> is the guard's own name for it, or empty.</summary>
internal readonly record struct Finding(RefusalReason Reason, int Offset, string Rule = "");
