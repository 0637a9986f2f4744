using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>A text cut into the tokens of its dialect; what could not be cut is the last part.</summary>
internal static class TextParts
{
    public static List<string> Of(SqlDialect dialect, string text)
    {
        var parts = new List<string>();
        var lexer = new SqlLexer(dialect, text);
        var end = 0;
        while (lexer.MoveNext())
        {
            parts.Add(text.Substring(lexer.Current.Start, lexer.Current.Length));
            end = lexer.Current.End;
        }
        if (end < text.Length)
            parts.Add(text[end..]);
        return parts;
    }
}
