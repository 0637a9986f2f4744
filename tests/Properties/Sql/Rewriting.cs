using System.Text;
using Causum.Domain.Sql;

namespace Causum.Properties.Sql;

/// <summary>Changes of a text that leave its meaning as it was.</summary>
internal static class Rewriting
{
    public static IReadOnlyList<SqlToken> Tokens(SqlDialect dialect, string text, out int end)
    {
        var tokens = new List<SqlToken>();
        var lexer = new SqlLexer(dialect, text);
        end = 0;
        while (lexer.MoveNext())
        {
            tokens.Add(lexer.Current);
            end = lexer.Current.End;
        }
        return tokens;
    }

    /// <summary>More white space and comments wherever there is white space or a parenthesis opens.</summary>
    public static string Pad(GuardCase sql, Random choice)
    {
        // A newline more would make a line of its own of a word or a slash, which means something there.
        var padding = sql.Dialect is SqlDialect.Oracle or SqlDialect.Sqlserver
            ? new[] { " ", "\t", " /* c; DROP */ " }
            : [" ", "\t", "\n", "\r\n", " /* c; DROP */ ", " -- c '\n"];
        var padded = new StringBuilder();
        foreach (var token in Tokens(sql.Dialect, sql.Sql, out var end))
        {
            var text = sql.Sql.AsSpan(token.Start, token.Length);
            if (token.Kind == SqlTokenKind.Symbol && text is "(" && choice.Next(2) == 0)
                padded.Append(padding[choice.Next(padding.Length)]);
            padded.Append(text);
            if (token.Kind == SqlTokenKind.Space && choice.Next(2) == 0)
                padded.Append(padding[choice.Next(padding.Length)]);
            if (token.End == end)
                padded.Append(sql.Sql.AsSpan(end));
        }
        return padded.Length == 0 ? sql.Sql : padded.ToString();
    }

    /// <summary>Other letter case in keywords and names.</summary>
    public static string Recase(GuardCase sql, Random choice)
    {
        var text = new StringBuilder(sql.Sql);
        foreach (var token in Tokens(sql.Dialect, sql.Sql, out _).Where(t => t.Kind == SqlTokenKind.Word))
        {
            for (var i = token.Start; i < token.End; i++)
            {
                if (char.IsAsciiLetter(text[i]) && choice.Next(2) == 0)
                    text[i] = (char)(text[i] ^ 0x20);
            }
        }
        return text.ToString();
    }

    /// <summary>The text as the content of a literal of the dialect.</summary>
    public static string Literal(SqlDialect dialect, string content)
    {
        var clean = Clean(content);
        return dialect switch
        {
            SqlDialect.Bigquery =>
                $"\"\"\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\"\"",
            SqlDialect.Ansi
            or SqlDialect.Redshift
            or SqlDialect.Vertica
            or SqlDialect.Mysql
            or SqlDialect.Mariadb
            or SqlDialect.Snowflake
            or SqlDialect.Databricks
            or SqlDialect.Sparksql
            or SqlDialect.Clickhouse =>
                $"'{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'",
            _ => $"'{clean.Replace("'", "''", StringComparison.Ordinal)}'",
        };
    }

    public static string Comment(string content) =>
        $"/* {Clean(content).Replace("*/", "* /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal)} */";

    public static string LineComment(string content) =>
        $"-- {new string([.. Clean(content).Where(c => c is not ('\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029'))])} .\n";

    private static string Clean(string content) => new([.. content.Where(c => c != '\0' && !char.IsSurrogate(c))]);
}
