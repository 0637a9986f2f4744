namespace Causum.Domain.Sql;

/// <summary>Names that act without a call: a sequence's NEXTVAL, Oracle's packages, SQLite's table functions.</summary>
internal static class NameRules
{
    public static Option<Finding> Check(ref readonly Statement s, int i) =>
        // U&"…" UESCAPE '!' makes any character an escape.
        s[i].Kind == SqlTokenKind.Quoted
        && s.IsSpelled(i + 1, "UESCAPE")
            ? new Finding(RefusalReason.InvalidCharacters, s.Offset(i))
            : s.Dialect switch
            {
                SqlDialect.Oracle => NextValue(in s, i) ? NextValueFinding(in s, i) : PackageMember(in s, i),
                SqlDialect.Snowflake or SqlDialect.Db2 or SqlDialect.Vertica or SqlDialect.Mariadb or SqlDialect.Ansi =>
                    NextValueFinding(in s, i),
                SqlDialect.Sqlite => SqliteTable(in s, i),
                _ => None,
            };

    private static bool NextValue(ref readonly Statement s, int i) =>
        s.IsSymbol(i - 1, '.') && SqlName.Equals(s.Slice(i), "NEXTVAL");

    private static Option<Finding> NextValueFinding(ref readonly Statement s, int i) =>
        NextValue(in s, i) ? new Finding(RefusalReason.SequenceChange, s.Offset(i), "NEXTVAL") : None;

    /// <summary>Oracle calls a function without arguments also without parentheses.</summary>
    private static Option<Finding> PackageMember(ref readonly Statement s, int i) =>
        s.IsSymbol(i + 1, '.') && s.IsName(i + 2) ? CallRules.Lookup(in s, i + 2) : None;

    /// <summary>SQLite takes a text for a name behind a schema and as the table of IN; it may stand before parentheses.</summary>
    public static bool IsSqliteName(ref readonly Statement s, int i) =>
        s.IsSymbol(i - 1, '.') || s.Word(i - 1) == SqlKeyword.In || s.IsSymbol(i + 1, '(');

    /// <summary>SQLite's table functions need no parentheses.</summary>
    public static Option<Finding> SqliteTable(ref readonly Statement s, int i)
    {
        var name = SqlName.Unquote(s.Slice(i));
        return name.StartsWith("pragma_", StringComparison.OrdinalIgnoreCase) && !ReadingPragmas.Contains(name[7..])
                ? new Finding(RefusalReason.SessionChange, s.Offset(i), "pragma_*")
            : name.StartsWith("sqlite_db", StringComparison.OrdinalIgnoreCase) ? CallRules.Lookup(in s, i)
            : None;
    }
}
