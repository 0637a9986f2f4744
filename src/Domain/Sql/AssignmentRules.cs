namespace Causum.Domain.Sql;

/// <summary>SQL Server assigns in a select list: <c>SELECT @a = …</c>, also with <c>+=</c> and its kin.</summary>
internal static class AssignmentRules
{
    public static Option<Finding> Check(ref readonly Statement s, int i) =>
        s.Dialect == SqlDialect.Sqlserver && Assigns(in s, i) && StandsInSelectList(in s, i - 1)
            ? new Finding(RefusalReason.Assignment, s.Offset(i))
            : None;

    private static bool Assigns(ref readonly Statement s, int i) =>
        s.IsSymbol(i + 1, '=')
        || (
            s.IsSymbol(i + 2, '=')
            && s[i + 1].Kind == SqlTokenKind.Symbol
            && s.Text[s.Offset(i + 1)] is '+' or '-' or '*' or '/' or '%' or '&' or '|' or '^'
        );

    private static bool StandsInSelectList(ref readonly Statement s, int before) =>
        s.Word(before) is SqlKeyword.Select or SqlKeyword.All or SqlKeyword.Distinct
        || s.IsSymbol(before, ',')
        || s.IsSymbol(before, ')')
        || s[before].Kind == SqlTokenKind.Number
        || s.IsSpelled(before, "PERCENT")
        || s.IsSpelled(before, "TIES");
}
