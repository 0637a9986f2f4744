using Causum.Domain.Sql;
using FsCheck.Xunit;

namespace Causum.Properties.Sql;

[Properties(Arbitrary = [typeof(SqlTexts)], MaxTest = 500)]
public sealed class RoutineUsesProperties
{
    [Theory]
    [InlineData("SELECT f(1)", "call f/1")]
    [InlineData("SELECT F ( 1 , (2, 3), ARRAY[4, 5] )", "call f/3")]
    [InlineData("SELECT f()", "call f/0")]
    [InlineData("SELECT \"F\"(1), \"a\"\"b\"(1)", "call F/1, call a\"b/1")]
    [InlineData("SELECT S/* c */./**/F -- c\n(1)", "call s.f/1")]
    [InlineData("SELECT d.s.f(g(1), h(2, 3))", "call s.f/2, call g/1, call h/2")]
    [InlineData("SELECT * FROM f(1) AS t (a, b)", "call f/1")]
    [InlineData("SELECT 1 FROM t WHERE EXISTS (SELECT f(1))", "call f/1")]
    [InlineData("SELECT t.f FROM t", "attribute f")]
    [InlineData("SELECT (t).\"F\", (x()).g, a[1].h FROM s.t JOIN s.u ON true", "attribute F, attribute g, attribute h")]
    [InlineData("SELECT extract(day FROM t.f), 1 IS DISTINCT FROM t.g FROM t", "attribute f, attribute g, operator =")]
    [InlineData("SELECT a ### b, a OPERATOR(s.@@) b", "operator ###, operator s.@@")]
    [InlineData("SELECT 1 =-2, 3 @-4, 5 != 6", "operator =, operator -, operator @-, operator <>")]
    [InlineData("SELECT *, t.*, count(*) FROM t WHERE 2 * 3 > OPERATOR(s.*) 1", "operator *, operator >, operator s.*")]
    [InlineData("SELECT a LIKE b", "operator ~~, operator !~~")]
    [InlineData("SELECT x::t, CAST(x AS S.T), t2 'x', t3(x)", "cast t, cast s.t, cast t2, cast t3, attribute t")]
    [InlineData("SELECT * FROM json_to_record('{}') AS r(a integer, b money2[])", "cast integer, cast money2")]
    [InlineData("SELECT 'f(1) t.f ### ::t' /* f(1) */", "")]
    [InlineData("SELECT 1", "")]
    public void PostgreSQL_runs_what_is_called_and_what_needs_no_call(string text, string expected)
    {
        var found = Uses(SqlDialect.Postgresql, text).Select(Show).ToList();
        Assert.All(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries), e => Assert.Contains(e, found));
        // Keywords before parentheses are listed as calls and casts as well; of other kinds there is nothing too many.
        Assert.All(
            found.Where(f =>
                f.StartsWith("attribute", StringComparison.Ordinal)
                || f.StartsWith("operator", StringComparison.Ordinal)
            ),
            f => Assert.Contains(f, expected, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("SELECT `F`(1), d . g (2)", "call F/1, call d.g/1")]
    [InlineData("WITH x(a, b) AS (SELECT 1, 2) SELECT * FROM (SELECT 1) AS y(c) JOIN (SELECT 2) z(d)", "call FROM/1")]
    [InlineData("SELECT t.f, a = b FROM t", "")]
    public void MySQL_runs_calls_only(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Uses(SqlDialect.Mariadb, text).Select(Show)));

    [Fact]
    public void A_name_that_the_server_would_cut_is_cut()
    {
        var name = new string('a', 62);
        Assert.Equal(name + "b", Uses(SqlDialect.Postgresql, $"SELECT {name}bc(1)")[0].Name.ToString());
        Assert.Equal(name, Uses(SqlDialect.Postgresql, $"SELECT \"{name}é\"(1)")[0].Name.ToString());
    }

    [Property]
    public bool Every_use_stands_in_the_text_where_it_says(AllowedCase allowed) =>
        Uses(allowed.Case.Dialect, allowed.Case.Sql)
            .All(u =>
                u.Offset >= 0 && u.Offset < allowed.Case.Sql.Length && !char.IsWhiteSpace(allowed.Case.Sql[u.Offset])
            );

    [Property]
    public bool White_space_and_comments_change_no_use(AllowedCase allowed, Choices choices) =>
        Uses(allowed.Case.Dialect, allowed.Case.Sql)
            .Select(Show)
            .SequenceEqual(
                Uses(allowed.Case.Dialect, Rewriting.Pad(allowed.Case, new Random(choices.Seed))).Select(Show)
            );

    [Property]
    public bool Letter_case_of_names_without_quotes_changes_no_use(AllowedCase allowed, Choices choices) =>
        Uses(SqlDialect.Postgresql, allowed.Case.Sql)
            .Select(Show)
            .SequenceEqual(
                Uses(
                        SqlDialect.Postgresql,
                        Rewriting.Recase(
                            allowed.Case with
                            {
                                Dialect = SqlDialect.Postgresql,
                            },
                            new Random(choices.Seed)
                        )
                    )
                    .Select(Show)
            );

    [Property]
    public bool A_literal_runs_nothing(RefusedCase refused, OddText odd) =>
        new[] { refused.Case.Sql, odd.Text }.All(content =>
            Uses(SqlDialect.Postgresql, $"SELECT {Rewriting.Literal(SqlDialect.Postgresql, content)}").Count == 0
        );

    [Fact]
    public void A_text_of_a_mebibyte_is_listed_in_one_pass()
    {
        var nested = $"SELECT {string.Concat(Enumerable.Repeat("f(", 300_000))}1{new string(')', 300_000)}";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(600_000, Uses(SqlDialect.Postgresql, nested).Count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static IReadOnlyList<RoutineUse> Uses(SqlDialect dialect, string text) =>
        RoutineUses.Of(new ReadOnlySql(dialect, text));

    private static string Show(RoutineUse use)
    {
        var name = use.Schema.IsEmpty ? use.Name.ToString() : $"{use.Schema}.{use.Name}";
        return use.Kind switch
        {
            RoutineUseKind.Call => $"call {name}/{use.Arguments}",
            RoutineUseKind.Attribute => $"attribute {name}",
            RoutineUseKind.Operator => $"operator {name}",
            RoutineUseKind.Cast => $"cast {name}",
        };
    }
}
