namespace Causum.Domain.Sql;

public static class SqlDialects
{
    /// <summary>All names, <c>ansi</c> first: the members' names in lower case.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetValues<SqlDialect>().Select(WireName)];

    public static string WireName(this SqlDialect dialect) => dialect.ToString().ToLowerInvariant();

    public static Option<SqlDialect> Parse(string name) =>
        Enum.GetValues<SqlDialect>()
            .Where(dialect => dialect.WireName().Equals(name, StringComparison.OrdinalIgnoreCase))
            .ToSeq()
            .HeadOrNone();
}
