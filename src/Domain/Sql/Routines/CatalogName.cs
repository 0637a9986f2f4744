using System.Buffers;

namespace Causum.Domain.Sql;

/// <summary>A name of a text as the catalog has it. No memory is taken where the catalog's spelling stands in the text.</summary>
internal static class CatalogName
{
    /// <summary>PostgreSQL cuts longer names silently (manual, Identifiers and Key Words).</summary>
    private const int PostgresqlBytes = 63;

    private static readonly SearchValues<char> UpperCase = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static ReadOnlyMemory<char> Of(SqlDialect dialect, string text, SqlToken token)
    {
        var spelled = text.AsMemory(token.Start, token.Length);
        var name =
            token.Kind == SqlTokenKind.Quoted ? Unquoted(spelled)
            // MySQL compares the names of routines without regard to case, quoted or not.
            : dialect == SqlDialect.Postgresql && spelled.Span.ContainsAny(UpperCase) ? Lower(spelled.Span)
            : spelled;
        return dialect == SqlDialect.Postgresql ? Cut(name) : name;
    }

    private static ReadOnlyMemory<char> Unquoted(ReadOnlyMemory<char> spelled)
    {
        var quote = spelled.Span[^1];
        var start = spelled.Span.IndexOf(quote == ']' ? '[' : quote) + 1;
        var inner = spelled[start..^1];
        return inner.Span.Contains(quote)
            ? inner.ToString().Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal).AsMemory()
            : inner;
    }

    /// <summary>Only ASCII letters are folded: PostgreSQL leaves others alone in UTF-8.</summary>
    private static ReadOnlyMemory<char> Lower(ReadOnlySpan<char> spelled) =>
        string.Create(
                spelled.Length,
                spelled,
                (lower, upper) =>
                {
                    for (var i = 0; i < upper.Length; i++)
                        lower[i] = char.IsAsciiLetterUpper(upper[i]) ? (char)(upper[i] | 0x20) : upper[i];
                }
            )
            .AsMemory();

    private static ReadOnlyMemory<char> Cut(ReadOnlyMemory<char> name)
    {
        if (name.Length * 3 <= PostgresqlBytes)
            return name;
        var (bytes, length) = (0, 0);
        foreach (var rune in name.Span.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > PostgresqlBytes)
                break;
            length += rune.Utf16SequenceLength;
        }
        return name[..length];
    }
}
