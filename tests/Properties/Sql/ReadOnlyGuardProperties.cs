using Causum.Domain.Sql;
using FsCheck.Xunit;

namespace Causum.Properties.Sql;

[Properties(Arbitrary = [typeof(SqlTexts)], MaxTest = 1000)]
public sealed class ReadOnlyGuardProperties
{
    [Property]
    public bool A_refused_query_stays_refused_under_more_white_space_and_comments(
        RefusedCase refused,
        Choices choices
    ) =>
        DependsOnLines(refused.Case)
        || !Allows(refused.Case.Dialect, Rewriting.Pad(refused.Case, new Random(choices.Seed)));

    [Property]
    public bool An_allowed_query_stays_allowed_under_more_white_space_and_comments(
        AllowedCase allowed,
        Choices choices
    ) => Allows(allowed.Case.Dialect, Rewriting.Pad(allowed.Case, new Random(choices.Seed)));

    [Property]
    public bool Letter_case_never_changes_a_verdict_of_refusal(RefusedCase refused, Choices choices) =>
        !Allows(refused.Case.Dialect, Rewriting.Recase(refused.Case, new Random(choices.Seed)));

    [Property]
    public bool Letter_case_never_changes_a_verdict_of_approval(AllowedCase allowed, Choices choices) =>
        Allows(allowed.Case.Dialect, Rewriting.Recase(allowed.Case, new Random(choices.Seed)));

    [Property]
    public bool A_refused_query_stays_refused_in_parentheses(RefusedCase refused) =>
        DependsOnLines(refused.Case)
        || (
            !Allows(refused.Case.Dialect, $"({refused.Case.Sql})")
            && (
                IsPivot(refused.Case)
                || !Allows(refused.Case.Dialect, $"WITH x AS ({refused.Case.Sql}) SELECT * FROM x")
            )
            && (!BeginsAsQuery(refused.Case) || !Allows(refused.Case.Dialect, $"SELECT * FROM ({refused.Case.Sql}) x"))
        );

    [Property]
    public bool Nothing_in_a_literal_is_refused(AllowedCase allowed, RefusedCase refused, OddText odd) =>
        Allows(allowed.Case.Dialect, $"SELECT {Rewriting.Literal(allowed.Case.Dialect, refused.Case.Sql)} AS a")
        && Allows(allowed.Case.Dialect, $"SELECT {Rewriting.Literal(allowed.Case.Dialect, odd.Text)} AS a");

    [Property]
    public bool Nothing_in_a_comment_is_refused(AllowedCase allowed, RefusedCase refused, OddText odd) =>
        Allows(allowed.Case.Dialect, $"{Rewriting.Comment(refused.Case.Sql)} {allowed.Case.Sql}")
        && Allows(allowed.Case.Dialect, $"{Rewriting.Comment(odd.Text)} {allowed.Case.Sql}")
        && Allows(allowed.Case.Dialect, $"{Rewriting.LineComment(odd.Text)} {allowed.Case.Sql}");

    [Property]
    public bool A_second_statement_is_refused_whatever_it_is(
        AllowedCase first,
        AllowedCase second,
        RefusedCase third
    ) =>
        !Allows(first.Case.Dialect, $"{first.Case.Sql}\n;\n{second.Case.Sql}")
        && (
            HoldsNothing(first.Case.Dialect, third.Case.Sql)
            || !Allows(first.Case.Dialect, $"{first.Case.Sql}\n;\n{third.Case.Sql}")
        );

    [Property]
    public bool Any_text_gets_a_verdict_with_a_place_inside_it(OddText odd) =>
        ReadOnlyGuard
            .Check(odd.Dialect, odd.Text)
            .Match(
                Right: sql => sql.Text.Equals(odd.Text, StringComparison.Ordinal) && sql.Dialect == odd.Dialect,
                Left: r =>
                    r.Position.Offset >= 0 && r.Position.Offset <= odd.Text.Length && PointsAt(odd.Text, r.Position)
            );

    [Property]
    public bool A_refusal_says_nothing_that_stands_in_a_literal(RefusedCase refused) =>
        ReadOnlyGuard
            .Check(refused.Case.Dialect, $"SELECT 'ravioli', \"ravioli\" , {refused.Case.Sql}")
            .Match(
                Right: _ => true,
                Left: r => !r.Message.Contains("ravioli", StringComparison.Ordinal) && r.Message.EndsWith('.')
            );

    [Fact]
    public void A_text_of_the_greatest_length_is_read_and_a_longer_one_is_not()
    {
        var longest = "SELECT 1" + new string(' ', ReadOnlyGuard.MaxLength - 8);
        Assert.True(Allows(SqlDialect.Postgresql, longest));
        Assert.Equal(
            RefusalReason.TooLong,
            ReadOnlyGuard.Check(SqlDialect.Postgresql, longest + " ").LeftToSeq().Single().Reason
        );
    }

    [Fact]
    public void The_place_of_a_refusal_counts_lines_and_columns_from_one()
    {
        var refusal = ReadOnlyGuard
            .Check(SqlDialect.Postgresql, "SELECT 1\r\nFROM t;\n  DROP TABLE t")
            .LeftToSeq()
            .Single();
        Assert.Equal(new SqlPosition(3, 3, 20), refusal.Position);
    }

    [Fact]
    public void A_refused_function_is_named_by_the_rule_that_found_it()
    {
        var refusal = ReadOnlyGuard.Check(SqlDialect.Postgresql, "SELECT \"pg_sleep\"(1)").LeftToSeq().Single();
        Assert.StartsWith("pg_sleep", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_has_its_own_wire_code_in_snake_case()
    {
        var codes = Enum.GetValues<RefusalReason>().Select(r => r.WireCode()).ToArray();
        Assert.Equal(codes.Length, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            Enum.GetValues<RefusalReason>(),
            r => Assert.Equal(r.ToString(), r.WireCode().Replace("_", "", StringComparison.Ordinal), ignoreCase: true)
        );
    }

    private static bool Allows(SqlDialect dialect, string text) => ReadOnlyGuard.Check(dialect, text).IsRight;

    /// <summary>GO and / act when they are alone on a line; anything beside them makes them something else.</summary>
    private static bool DependsOnLines(GuardCase sql) =>
        sql.Sql.Contains("\nGO", StringComparison.Ordinal) || sql.Sql.Contains("\n/\n", StringComparison.Ordinal);

    /// <summary>In FROM (…) the first word of any other statement is the name of a table.</summary>
    private static bool BeginsAsQuery(GuardCase sql) =>
        sql.Sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.Sql.StartsWith("WITH", StringComparison.Ordinal);

    /// <summary>DuckDB's PIVOT and UNPIVOT are refused as statements and reads inside one.</summary>
    private static bool IsPivot(GuardCase sql) =>
        sql.Sql.StartsWith("PIVOT", StringComparison.Ordinal)
        || sql.Sql.StartsWith("UNPIVOT", StringComparison.Ordinal);

    /// <summary>What runs in one dialect may be a comment in another.</summary>
    private static bool HoldsNothing(SqlDialect dialect, string text) =>
        ReadOnlyGuard.Check(dialect, text).LeftToSeq().Exists(r => r.Reason == RefusalReason.Empty);

    private static bool PointsAt(string text, SqlPosition position) =>
        text.Split('\n') is var lines
        && lines.Take(position.Line - 1).Sum(l => l.Length + 1) + position.Column - 1 == position.Offset;
}
