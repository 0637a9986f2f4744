using Causum.Domain.Sql;

namespace Causum.Properties.Sql;

/// <summary>Where a refusal points, marked by a caret in the text, and the rule that its message names.</summary>
public sealed class RefusalPlaces
{
    [Theory]
    [InlineData(SqlDialect.Postgresql, "^", "")]
    [InlineData(SqlDialect.Postgresql, "^ ; ", "")]
    [InlineData(SqlDialect.Postgresql, "  ^DROP TABLE t", "")]
    [InlineData(SqlDialect.Postgresql, "^((DROP TABLE t))", "")]
    [InlineData(SqlDialect.Oracle, "^EXPLAIN PLAN FOR SELECT 1 FROM dual", "")]
    [InlineData(SqlDialect.Postgresql, "EXPLAIN ANALYZE ^DELETE FROM t", "")]
    [InlineData(SqlDialect.Mysql, "DESCRIBE ^DELETE FROM t", "")]
    [InlineData(SqlDialect.Mysql, "DESCRIBE ^(DELETE FROM t)", "")]
    [InlineData(SqlDialect.Mysql, " ^DESCRIBE", "")]
    [InlineData(SqlDialect.Teradata, "LOCKING t FOR ^WRITE SELECT 1", "")]
    [InlineData(SqlDialect.Teradata, " LOCKING t ^SELECT 1", "")]
    [InlineData(SqlDialect.Ansi, "SELECT (1^", "unbalanced parentheses")]
    [InlineData(SqlDialect.Ansi, "SELECT 1 ^)", "unbalanced parentheses")]
    [InlineData(SqlDialect.Ansi, "SELECT * FROM (WITH x AS (SELECT 1)^)", "")]
    [InlineData(SqlDialect.Ansi, " ^WITH x AS (SELECT 1)", "")]
    [InlineData(SqlDialect.Ansi, "SELECT a ^INTO x FROM t", "")]
    [InlineData(SqlDialect.Ansi, "SELECT a FROM t ^FOR UPDATE", "")]
    [InlineData(SqlDialect.Ansi, "SELECT ^NEXT VALUE FOR s", "")]
    [InlineData(SqlDialect.Db2, "SELECT ^NEXTVAL FOR s FROM t", "")]
    [InlineData(SqlDialect.Db2, "SELECT s.^NEXTVAL FROM t", "NEXTVAL")]
    [InlineData(SqlDialect.Sparksql, "FROM t ^INSERT INTO u SELECT a", "")]
    [InlineData(SqlDialect.Clickhouse, "SELECT 1 ^SETTINGS readonly = 0", "")]
    [InlineData(SqlDialect.Sparksql, "SELECT TRANSFORM (a) ^USING 'cat' FROM t", "TRANSFORM")]
    [InlineData(SqlDialect.Oracle, "WITH ^FUNCTION f RETURN INT IS BEGIN RETURN 1; END; SELECT f FROM dual", "")]
    [InlineData(SqlDialect.Ansi, "WITH x AS (SELECT 1) ^DELETE FROM t", "")]
    [InlineData(SqlDialect.Ansi, "WITH x AS (SELECT 1) ^t SELECT 1", "")]
    [InlineData(SqlDialect.Ansi, "SELECT 1; ^SELECT 2", "")]
    [InlineData(SqlDialect.Oracle, "SELECT a FROM t^@remote", "")]
    [InlineData(SqlDialect.Mysql, "SELECT @a ^:= 1", "")]
    [InlineData(SqlDialect.Snowflake, "SHOW TABLES ^->> DROP TABLE t", "")]
    [InlineData(SqlDialect.Bigquery, "FROM t |> ^INSERT INTO u", "")]
    [InlineData(SqlDialect.Oracle, "SELECT 1 FROM dual\n^/\nDROP TABLE t", "")]
    [InlineData(SqlDialect.Postgresql, "WITH x AS (^DELETE FROM t RETURNING a) SELECT a FROM x", "")]
    [InlineData(SqlDialect.Db2, "SELECT a FROM FINAL TABLE (^INSERT INTO t VALUES (1))", "")]
    [InlineData(SqlDialect.Ansi, "WITH x AS (^a) SELECT 1", "")]
    [InlineData(SqlDialect.Clickhouse, "SELECT ^`sl\\x65ep`(1)", "")]
    [InlineData(SqlDialect.Postgresql, "SELECT pg_catalog.^pg_sleep (1)", "pg_sleep*")]
    [InlineData(SqlDialect.Snowflake, "SELECT a, IDENTIFIER('f')^(1)", "IDENTIFIER")]
    [InlineData(SqlDialect.Postgresql, "SELECT ^U&\"a\" UESCAPE '!' FROM t", "")]
    [InlineData(SqlDialect.Sqlite, "SELECT * FROM ^pragma_optimize", "pragma_*")]
    [InlineData(SqlDialect.Duckdb, "SELECT * FROM ^'x.csv'", "")]
    [InlineData(SqlDialect.Db2, "SELECT * FROM ^EXTERNAL '/x' (a INT)", "")]
    [InlineData(SqlDialect.Mysql, " ^PRAGMA user_version", "")]
    [InlineData(SqlDialect.Sqlite, "PRAGMA ^journal_mode", "")]
    [InlineData(SqlDialect.Sqlite, "PRAGMA main.^journal_mode", "")]
    [InlineData(SqlDialect.Sqlite, "PRAGMA user_version^(5)", "")]
    [InlineData(SqlDialect.Sqlite, "PRAGMA user_version ^= 5", "")]
    [InlineData(SqlDialect.Sqlite, "PRAGMA table_info(t); ^DROP TABLE t", "")]
    [InlineData(SqlDialect.Sqlite, "PRAGMA table_info(t) ^DROP TABLE t", "")]
    [InlineData(SqlDialect.Mysql, "SHOW TABLES ^INTO OUTFILE 'x'", "")]
    [InlineData(SqlDialect.Mysql, " ^SHOW BINARY LOGS", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT 1 ^SELECT 2", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT 1 ^DROP TABLE t", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT a FROM t WITH (^UPDLOCK)", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT a FROM t WITH (^SERIALIZABLE)", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT 1 OPTION (MAXDOP 1, ^QUERYTRACEON 8690)", "")]
    [InlineData(SqlDialect.Sqlserver, "SELECT ^@a = 1", "")]
    [InlineData(SqlDialect.Ansi, "SELECT a, ^\u00a0b", "")]
    [InlineData(SqlDialect.Ansi, "SELECT a, ^'b", "")]
    [InlineData(SqlDialect.Ansi, "SELECT a ^/* b", "")]
    [InlineData(SqlDialect.Mysql, "SELECT a ^/*! b */", "")]
    [InlineData(SqlDialect.Postgresql, "EXPLAIN ^(ANALYZE", "")]
    [InlineData(SqlDialect.Mysql, "DESCRIBE ^(EXTENDED", "")]
    public void A_refusal_points_at_what_is_wrong(SqlDialect dialect, string marked, string rule)
    {
        var refusal = ReadOnlyGuard
            .Check(dialect, marked.Replace("^", "", StringComparison.Ordinal))
            .LeftToSeq()
            .Single();
        Assert.Equal(marked.IndexOf('^', StringComparison.Ordinal), refusal.Position.Offset);
        Assert.Equal(
            rule.Length == 0 ? refusal.Reason.Sentence() : $"{rule}: {refusal.Reason.Sentence()}",
            refusal.Message
        );
    }
}
