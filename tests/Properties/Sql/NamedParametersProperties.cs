using Causum.Domain.Sql;
using FsCheck.Xunit;

namespace Causum.Properties.Sql;

[Properties(Arbitrary = [typeof(SqlTexts)], MaxTest = 1000)]
public sealed class NamedParametersProperties
{
    [Property]
    public bool A_query_rendered_with_its_own_names_is_the_same_query(AllowedCase allowed) =>
        Parse(allowed.Case.Dialect, allowed.Case.Sql)
            .Render(name => ":" + name)
            .Equals(allowed.Case.Sql, StringComparison.Ordinal);

    [Property]
    public bool Nothing_in_a_literal_or_comment_is_a_parameter(AllowedCase allowed) =>
        Parse(
            allowed.Case.Dialect,
            $"SELECT {Rewriting.Literal(allowed.Case.Dialect, " :a " + allowed.Case.Sql)} {Rewriting.Comment(":b " + allowed.Case.Sql)}"
        ).Names.Count == 0;

    [Theory]
    [InlineData(
        SqlDialect.Postgresql,
        "SELECT a::int, ':x', \":y\" FROM t WHERE b = :id AND c=:id OR d IN(:e,:f) LIMIT :n",
        "id id e f n"
    )]
    [InlineData(SqlDialect.Postgresql, "SELECT a[1:2], a[lo:hi], a[:lo : :hi], a[x :y] FROM t", "lo hi")]
    [InlineData(SqlDialect.Postgresql, "SELECT a[1], b[c[1]] FROM t WHERE d OVERLAPS :p", "p")]
    [InlineData(SqlDialect.Postgresql, "SELECT :a::int, (:b)::text, $$ :c $$, f(x := :d)", "a b d")]
    [InlineData(SqlDialect.Postgresql, "SELECT 1 WHERE a BETWEEN :lo AND :hi OR a LIKE:p", "lo hi p")]
    [InlineData(SqlDialect.Mysql, "SELECT \":a\", `:b` FROM t WHERE c = :into # :d", "into")]
    [InlineData(SqlDialect.Sqlserver, "SELECT [:a] FROM t WHERE b = :c", "c")]
    [InlineData(SqlDialect.Snowflake, "SELECT src:a.b, f(x):c, d[0]:e FROM t WHERE g = :h", "h")]
    [InlineData(SqlDialect.Databricks, "SELECT c:owner FROM t WHERE d = :e LIMIT :n", "e n")]
    [InlineData(SqlDialect.Clickhouse, "SELECT a ? b :c, {p:UInt8} FROM t WHERE d = :e", "e")]
    [InlineData(SqlDialect.Duckdb, "SELECT {a:b, 'c' :d}, x[1:n] FROM t WHERE e > :f", "f")]
    [InlineData(SqlDialect.Oracle, "SELECT q'[:a]' FROM dual WHERE ROWNUM <= :n FETCH FIRST :m ROWS ONLY", "n m")]
    // Snowflake's colon also stands behind a column (a:b): only behind a word that wants a value it begins a parameter.
    [InlineData(
        SqlDialect.Snowflake,
        "SELECT ALL :a, CASE :b WHEN :c THEN :d ELSE :e END FROM t WHERE f = ANY :g AND :h OR :i AND NOT :j HAVING :k",
        "a b c d e g h i j k"
    )]
    [InlineData(
        SqlDialect.Snowflake,
        "SELECT DISTINCT :a, DATE :b, TIME :c, TIMESTAMP :d, INTERVAL :e, f AT TIME ZONE :g FROM t ORDER BY :h LIMIT :i OFFSET :j",
        "a b c d e g h i j"
    )]
    [InlineData(
        SqlDialect.Snowflake,
        "SELECT TOP :a b FROM t JOIN u ON :c WHERE d BETWEEN :e AND :f AND g IN :h AND i LIKE :j ESCAPE :k QUALIFY :l",
        "a c e f h j k l"
    )]
    [InlineData(
        SqlDialect.Snowflake,
        "SELECT a ILIKE :b, a RLIKE :c, a REGEXP :d, a GLOB :e, a MATCH :f, a SIMILAR TO :g, a IS :h, a XOR :i, a DIV :j, a MOD :k",
        "b c d e f g h i j k"
    )]
    [InlineData(
        SqlDialect.Snowflake,
        "SELECT SUM(a) OVER :b, SOME :c, BINARY :d, AGAINST :e, USING :f, OF :g, FOR :h FROM t FETCH :i, FIRST :j, NEXT :k",
        "b c d e f g h i j k"
    )]
    [InlineData(
        SqlDialect.Snowflake,
        "VALUES :a UNION SELECT :b FROM :c LIMIT SKIP :d, ROW :e, ROWS :f, WHERE :g, OR :h",
        "a b c d e f g h"
    )]
    public void Parameters_are_found_where_the_dialect_takes_a_value(SqlDialect dialect, string text, string uses) =>
        Assert.Equal(uses, string.Join(' ', Parse(dialect, text).Uses));

    [Fact]
    public void A_driver_gets_its_own_placeholders_and_positions()
    {
        var parameters = Parse(SqlDialect.Postgresql, "SELECT :b, ':b', :a, :b");
        Assert.Equal("SELECT @b, ':b', @a, @b", parameters.Render(name => "@" + name));
        Assert.Equal("SELECT $1, ':b', $2, $3", parameters.Render((_, use) => $"${use + 1}"));
        Assert.Equal(["b", "a", "b"], parameters.Uses);
        Assert.Equal(["b", "a"], parameters.Names);
    }

    [Theory]
    [InlineData("a b", "", "", true)]
    [InlineData("a", "b", "", false)]
    [InlineData("a b c", "", "c", false)]
    [InlineData("A b", "a", "A", false)]
    public void Missing_and_surplus_parameters_are_named(string given, string missing, string surplus, bool fits)
    {
        var check = Parse(SqlDialect.Postgresql, "SELECT :a, :b, :a").Check(given.Split(' '));
        Assert.Equal(missing, string.Join(' ', check.Missing));
        Assert.Equal(surplus, string.Join(' ', check.Surplus));
        Assert.Equal(fits, check.Fits);
        Assert.All(
            check.Missing.Concat(check.Surplus),
            name => Assert.Contains(name, check.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("a b", "every parameter has a value")]
    [InlineData("", "the query uses parameters without a value: a, b")]
    [InlineData("b a d c", "values are given for parameters that the query does not use: c, d")]
    [InlineData(
        "d c",
        "the query uses parameters without a value: a, b; values are given for parameters that it does not use: c, d"
    )]
    public void What_does_not_fit_is_said_in_one_sentence(string given, string message) =>
        Assert.Equal(
            message,
            Parse(SqlDialect.Postgresql, "SELECT :a, :b")
                .Check(given.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Message
        );

    private static NamedParameters Parse(SqlDialect dialect, string text) =>
        NamedParameters.Parse(ReadOnlyGuard.Check(dialect, text).RightToSeq().Single());
}
