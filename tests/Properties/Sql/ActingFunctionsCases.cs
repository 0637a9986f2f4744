using Causum.Domain.Sql;

namespace Causum.Properties.Sql;

/// <summary>The lists of acting functions against the case files and against names that only look like theirs.</summary>
public sealed class ActingFunctionsCases
{
    private static readonly (SqlDialect Dialect, FunctionClass Kind, string Pattern)[] All =
    [
        .. from dialect in Enum.GetValues<SqlDialect>()
        from entry in FunctionLists.Of(dialect).Patterns
        select (dialect, entry.Kind, entry.Pattern),
    ];

    [Fact]
    public void Every_listed_function_is_refused_by_name_in_a_case_file()
    {
        var met = GuardCases
            .All.Where(c => !c.IsAllowed)
            .Select(c => (FunctionLists.Of(c.Dialect), Rule(c)))
            .ToHashSet();
        None(
            from entry in All
            where entry.Kind != FunctionClass.Harmless
            let rule = $"{entry.Pattern}: {entry.Kind.Reason().Sentence()}"
            where !Homes(entry.Dialect).Any(list => met.Contains((list, rule)))
            select $"{entry.Dialect} {entry.Kind} {entry.Pattern}"
        );
    }

    [Fact]
    public void Every_function_that_is_taken_out_of_a_pattern_is_called_by_an_allowed_case() =>
        None(
            from entry in All
            where entry.Kind == FunctionClass.Harmless
            let stem = entry.Pattern.TrimEnd('*')
            where
                !GuardCases.All.Any(c =>
                    c.IsAllowed
                    && Homes(entry.Dialect).Contains(FunctionLists.Of(c.Dialect))
                    && c.Sql.Contains(stem, StringComparison.OrdinalIgnoreCase)
                )
            select $"{entry.Dialect} {entry.Pattern}"
        );

    [Fact]
    public void Every_dialect_has_a_list() =>
        Assert.All(Enum.GetValues<SqlDialect>(), dialect => Assert.NotEmpty(FunctionLists.Of(dialect).Patterns));

    [Fact]
    public void A_star_stands_only_at_the_end_of_a_pattern() =>
        None(All.Where(e => e.Pattern.TrimEnd('*', '.').Contains('*', StringComparison.Ordinal)));

    [Fact]
    public void A_name_is_listed_once() =>
        None(All.GroupBy(e => (e.Dialect, e.Pattern.ToUpperInvariant())).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void A_column_of_a_listed_name_and_a_function_with_a_longer_name_are_allowed() =>
        None(
            from entry in All
            let name = entry.Pattern.TrimEnd('*', '.').Split('.')[^1].TrimEnd('_', '$')
            from sql in new[] { $"SELECT {name}, '{name}(1)' FROM t", $"SELECT my_{name}(1) FROM t /* {name}(1) */" }
            // SQLite reads its raw pages by that name alone, wherever it finds it.
            where !name.StartsWith("sqlite_db", StringComparison.Ordinal)
            let verdict = ReadOnlyGuard.Check(entry.Dialect, sql)
            where verdict.IsLeft
            select $"{entry.Dialect} {entry.Pattern} {sql}: {verdict.LeftToSeq().Single()}"
        );

    /// <summary>Redshift and Vertica take over PostgreSQL's list; what is in it is shown there.</summary>
    private static IEnumerable<ActingFunctions> Homes(SqlDialect dialect) =>
        dialect is SqlDialect.Redshift or SqlDialect.Vertica
            ? [FunctionLists.Of(dialect), FunctionLists.Of(SqlDialect.Postgresql)]
            : [FunctionLists.Of(dialect)];

    private static void None<T>(IEnumerable<T> wrong)
    {
        if (string.Join('\n', wrong) is { Length: > 0 } message)
            Assert.Fail(message);
    }

    private static string Rule(GuardCase refused) =>
        ReadOnlyGuard.Check(refused.Dialect, refused.Sql).LeftToSeq().Single().Message;
}
