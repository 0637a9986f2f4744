using System.Diagnostics;
using Causum.Domain.Sql;

namespace Causum.Properties.Timing;

/// <summary>No text makes the guard slow: its time grows as the text does.</summary>
[Collection(TimingCollection.Name)]
public sealed class GuardTime
{
    /// <summary>
    /// What a rule could look at again and again: a beginning many times over, and as often an end. Linear time makes eight, quadratic
    /// sixty-four; the room between is for a busy machine.
    /// </summary>
    [Theory]
    [InlineData(SqlDialect.Snowflake, "SELECT ", "((a)(b)", ")")]
    [InlineData(SqlDialect.Snowflake, "SELECT a", "(", "()")]
    [InlineData(SqlDialect.Sqlserver, "SELECT a ", "OPTION(MAXDOP 1, ", ")")]
    [InlineData(SqlDialect.Sqlserver, "SELECT a ", "OPTION(MAXDOP 1) ", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT 1\n", "GO                  a\n", "")]
    [InlineData(SqlDialect.Oracle, "SELECT 1", " \n/ 1", "")]
    [InlineData(SqlDialect.Postgresql, "EXPLAIN ", "(", ")")]
    [InlineData(SqlDialect.Postgresql, "EXPLAIN ", "(ANALYZE) ", "")]
    [InlineData(SqlDialect.Postgresql, "WITH a AS (SELECT 1) ", "(", ")")]
    [InlineData(SqlDialect.Postgresql, "", "WITH a AS (", ")")]
    [InlineData(SqlDialect.Postgresql, "SELECT ", "/*", "*/")]
    [InlineData(SqlDialect.Postgresql, "SELECT ", "/* ' */ -- '\n", "")]
    [InlineData(SqlDialect.Postgresql, "SELECT ", "'''' || ", "")]
    [InlineData(SqlDialect.Postgresql, "SELECT ", "$a $b$ ", "")]
    [InlineData(SqlDialect.Ansi, "SELECT ", "'\\\\' || ", "")]
    [InlineData(SqlDialect.Ansi, "SELECT '", "\\\\''", "")]
    [InlineData(SqlDialect.Mysql, "SELECT ", "/*+ a */ ", "")]
    [InlineData(SqlDialect.Mysql, "SELECT ", "a.", "")]
    [InlineData(SqlDialect.Bigquery, "SELECT ", "`a.b`.`c.d`(", ")")]
    [InlineData(SqlDialect.Bigquery, "SELECT ", "\"\"\"\"a\"\"\" ", "")]
    [InlineData(SqlDialect.Duckdb, "FROM ", "a: ", "")]
    [InlineData(SqlDialect.Duckdb, "FROM t", ", a.b.c.d", "")]
    [InlineData(SqlDialect.Teradata, "", "LOCKING ROW FOR ACCESS ", "")]
    [InlineData(SqlDialect.Oracle, "SELECT ", "q'[a]' || ", "")]
    public void Eight_times_the_text_takes_about_eight_times_the_time(
        SqlDialect dialect,
        string start,
        string opening,
        string closing
    )
    {
        var times = 60_000 / (opening.Length + closing.Length);
        var (one, eight) = (Fastest(Text(times)), Fastest(Text(times * 8)));
        Assert.True(
            eight <= (32 * one) + TimeSpan.FromMilliseconds(50),
            $"{one.TotalMilliseconds} ms, then {eight.TotalMilliseconds} ms"
        );

        string Text(int count) =>
            start + string.Concat(Enumerable.Repeat(opening, count)) + string.Concat(Enumerable.Repeat(closing, count));

        TimeSpan Fastest(string text) =>
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                {
                    var begun = Stopwatch.GetTimestamp();
                    ReadOnlyGuard.Check(dialect, text);
                    return Stopwatch.GetElapsedTime(begun);
                })
                .Min();
    }
}
