using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>
/// Queries that only read by the way they are built, with the words of every refused statement wherever a word means nothing: in literals, comments, quoted names,
/// and as names where the server takes them for names.
/// </summary>
internal sealed class HonestReads(SqlDialect dialect, Vocabulary vocabulary, Random choice)
{
    private const int Deepest = 3;

    private static readonly string[] Forbidden =
    [
        .. "INSERT UPDATE DELETE ALTER DROP TRUNCATE CREATE REPLACE GRANT REVOKE MERGE CALL EXEC EXECUTE DO SET RESET USE BEGIN COMMIT ROLLBACK SAVEPOINT LOCK COPY UNLOAD LOAD IMPORT EXPORT ATTACH DETACH INSTALL VACUUM ANALYZE OPTIMIZE REINDEX CLUSTER CHECKPOINT LISTEN NOTIFY PREPARE DEALLOCATE DECLARE FETCH HANDLER KILL FLUSH PUT GET LIST REMOVE UPSERT REFRESH CACHE UNCACHE ADD SYSTEM BACKUP RESTORE SHUTDOWN WAITFOR DBCC INTO OUTFILE DUMPFILE SHARE NOWAIT RETURNING NEXTVAL SETTINGS FORMAT FILE PROCEDURE FUNCTION TRIGGER SEQUENCE TEMP TEMPORARY USING FOR PRAGMA EXPLAIN SHOW DESCRIBE TABLE VALUES".Split(
            ' '
        ),
    ];

    /// <summary>Refused although the server reads them: a sequence of MariaDB's Oracle mode looks like that, and a WITH in parentheses like a query.</summary>
    private static readonly System.Collections.Generic.HashSet<(SqlDialect, string)> KnownStrictness =
    [
        (SqlDialect.Mariadb, "SELECT x.NEXTVAL FROM (SELECT 1 AS `NEXTVAL`) x"),
        (SqlDialect.Sqlite, "SELECT sum(WITH) FROM (SELECT 1 AS \"WITH\") x GROUP BY WITH"),
    ];

    private readonly string[] hostile =
    [
        .. Forbidden,
        .. vocabulary.Acts,
        .. vocabulary.ActingExpressions,
        "'; DROP TABLE people; --",
        "\"; DROP TABLE people; --",
        "`; DROP TABLE people; #",
        "FOR UPDATE",
        "INTO OUTFILE 'x'",
        "@a := 1",
        "$$",
        "--",
        "#",
        ";",
    ];

    /// <summary>The words as bare names in every place where a name can stand: the server decides which of them it takes.</summary>
    public IEnumerable<string> NamesWithoutQuotes() =>
        from word in Forbidden.Concat(vocabulary.Words).Distinct(StringComparer.OrdinalIgnoreCase)
        from text in new[]
        {
            $"SELECT 1 AS {word}",
            $"SELECT 1 {word}",
            $"SELECT 1 AS {word}, 2 AS b FROM people",
            $"SELECT x.{word} FROM (SELECT 1 AS {Quoted(word)}) x",
            $"SELECT {word} FROM (SELECT 1 AS {Quoted(word)}) x",
            $"SELECT {word}, 1 FROM (SELECT 1 AS {Quoted(word)}) x WHERE {word} = 1 ORDER BY {word}",
            $"SELECT ({word}) FROM (SELECT 1 AS {Quoted(word)}) x",
            $"SELECT sum({word}) FROM (SELECT 1 AS {Quoted(word)}) x GROUP BY {word}",
            $"WITH {word} AS (SELECT 1 AS a) SELECT * FROM {word}",
            $"SELECT {word}.a FROM (SELECT 1 AS a) {word}",
            $"SELECT {word}.a FROM (SELECT 1 AS a) AS {word}",
            $"SELECT * FROM people AS {word} JOIN t ON {word}.id = t.a",
        }
        where !KnownStrictness.Contains((dialect, text))
        select text;

    /// <summary>Queries without end; all of them run.</summary>
    public IEnumerable<string> ByGrammar()
    {
        while (true)
            yield return Query(0) + Pick("", "", ";", " ; " + LineComment());
    }

    private string Query(int depth) =>
        choice.Next(6) switch
        {
            0 when depth < Deepest =>
                $"{Gap()}WITH{Gap()}{Name("cte", out var cte)}{Gap()}AS{Gap()}({Query(depth + 1)}{Gap()}){Gap()}SELECT{Gap()}*{Gap()}FROM{Gap()}{cte}{Gap()}",
            1 when depth < Deepest => $"{Plain(depth + 1)} UNION ALL{Gap()}{Plain(depth + 1)}",
            2 when depth < Deepest =>
                $"SELECT{Gap()}*{Gap()}FROM{Gap()}({Query(depth + 1)}{Gap()}){Gap()}{Name("sub", out _)}",
            3 when depth == 0 => $"{LineComment()}{Plain(depth)}",
            _ => Plain(depth),
        };

    /// <summary>One column of text.</summary>
    private string Plain(int depth) =>
        $"SELECT{Gap()}{Value(depth)}{Gap()}AS{Gap()}{Quoted(Hostile())}{Gap()}"
        + $"FROM{Gap()}people{Gap()}p{Gap()}WHERE{Gap()}{Condition(depth)}";

    private string Condition(int depth) =>
        choice.Next(6) switch
        {
            0 when depth < Deepest =>
                $"p.id IN (SELECT{Gap()}o.person_id FROM orders o WHERE {Value(Deepest)}{Gap()}IS NOT NULL)",
            1 => $"p.id >= 1 AND NOT {Literal()} = {Literal()}{Gap()}OR 1 = 1",
            2 => $"p.id BETWEEN 1 AND 3",
            3 => $"p.name NOT LIKE {Literal()}",
            4 when depth < Deepest => $"EXISTS ({Query(depth + 1)})",
            _ => $"{Value(Deepest)}{Gap()}IS NOT NULL",
        };

    private string Value(int depth) =>
        choice.Next(8) switch
        {
            0 => "p.name",
            1 => $"CASE WHEN p.id = 1 THEN {Literal()} ELSE {Literal()} END",
            2 => $"coalesce({Literal()},{Gap()}p.name)",
            3 => $"replace(p.name, {Literal()}, {Literal()})",
            4 when depth < Deepest =>
                $"(SELECT{Gap()}{Name("nested", out var nested)}.{Quoted("delete")} FROM (SELECT {Literal()} AS {Quoted("delete")}) {nested})",
            5 => $"upper({Gap()}{Literal()}{Gap()})",
            _ => Literal(),
        };

    /// <summary>A quoted name made of what would act if it were not quoted.</summary>
    private string Name(string fallback, out string name) => name = choice.Next(3) == 0 ? fallback : Quoted(Hostile());

    /// <summary>Names have a length that each server bears.</summary>
    private string Quoted(string content)
    {
        var quote = dialect == SqlDialect.Mariadb ? '`' : Pick('"', '"', dialect == SqlDialect.Sqlite ? '`' : '"');
        var name = content.Length > 40 ? content[..40] : content;
        // A name that looks like a path is a file to DuckDB, unless a table has it.
        if (dialect == SqlDialect.Duckdb)
            name = new string([.. name.Where(c => c is not ('/' or '*' or '?' or '.'))]);
        return quote + name.Trim().Replace(quote.ToString(), new string(quote, 2), StringComparison.Ordinal) + quote;
    }

    private string Literal()
    {
        var content = Hostile();
        var doubled = content.Replace("'", "''", StringComparison.Ordinal);
        var escaped = content.Replace("\\", "\\\\", StringComparison.Ordinal);
        return dialect switch
        {
            SqlDialect.Mariadb => Pick(
                $"'{escaped.Replace("'", "''", StringComparison.Ordinal)}'",
                $"'{escaped.Replace("'", "\\'", StringComparison.Ordinal)}'",
                $"\"{escaped.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
                $"\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            ),
            SqlDialect.Postgresql or SqlDialect.Duckdb => Pick(
                $"'{doubled}'",
                $"E'{escaped.Replace("'", "\\'", StringComparison.Ordinal)}'",
                $"$q${content}$q$"
            ),
            _ => $"'{doubled}'",
        };
    }

    private string Gap() =>
        choice.Next(6) switch
        {
            0 => "\n",
            1 =>
                $" /* {Hostile().Replace("*/", "", StringComparison.Ordinal).Replace("/*", "", StringComparison.Ordinal)} */ ",
            2 => " " + LineComment(),
            3 => "\t",
            _ => " ",
        };

    private string LineComment()
    {
        var content = Hostile().Replace('\n', ' ');
        return dialect == SqlDialect.Mariadb
            ? Pick($"-- {content}\n", $"# {content}\n", $"#{content}\n")
            : $"--{content}\n";
    }

    private string Hostile()
    {
        var text = Pick(hostile);
        return choice.Next(3) == 0 ? text.ToLowerInvariant() : text;
    }

    private T Pick<T>(params T[] from) => from[choice.Next(from.Length)];
}
