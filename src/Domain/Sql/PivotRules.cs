namespace Causum.Domain.Sql;

/// <summary>
/// DuckDB's <c>PIVOT table ON column</c> inside a query. Where it does not name the values (<c>column IN (…)</c>), the engine runs several statements and leaves a
/// type behind that holds the values it found.
/// </summary>
internal static class PivotRules
{
    public static Option<Finding> Check(ref readonly Statement s, int i, ref QueryLevel level)
    {
        if (s.Word(i) == SqlKeyword.Pivot && IsStatement(in s, i))
            (level.InPivot, level.AwaitsPivotValues) = (true, true);
        if (!level.InPivot)
            return None;
        if (s.IsSpelled(i, "IN"))
            level.AwaitsPivotValues = false;
        return EndsList(in s, i) ? AtEnd(in s, i, ref level)
            : s.IsSymbol(i, ',') ? AfterColumn(in s, i, ref level)
            : None;
    }

    /// <summary>The list ends with its clause, or with the parentheses around it.</summary>
    public static Option<Finding> AtEnd(ref readonly Statement s, int i, ref QueryLevel level)
    {
        level.InPivot = false;
        return level.AwaitsPivotValues ? Dynamic(in s, i, ref level) : None;
    }

    private static Option<Finding> AfterColumn(ref readonly Statement s, int i, ref QueryLevel level)
    {
        if (level.AwaitsPivotValues)
            return Dynamic(in s, i, ref level);
        level.AwaitsPivotValues = true;
        return None;
    }

    private static Option<Finding> Dynamic(ref readonly Statement s, int i, ref QueryLevel level)
    {
        level.AwaitsPivotValues = false;
        return new Finding(RefusalReason.SessionChange, s.Offset(i), "PIVOT without IN");
    }

    /// <summary>The clause of the standard, <c>table PIVOT (…)</c>, always names its values.</summary>
    private static bool IsStatement(ref readonly Statement s, int i) =>
        (s.IsName(i + 1) || s.IsSymbol(i + 1, '(') || s[i + 1].Kind == SqlTokenKind.Text)
        && (
            s.IsSymbol(i - 1, '(')
            || s.Word(i - 1) is SqlKeyword.Describe or SqlKeyword.Desc or SqlKeyword.Summarize or SqlKeyword.Show
        );

    private static bool EndsList(ref readonly Statement s, int i) =>
        s.IsSpelled(i, "USING") || s.IsSpelled(i, "GROUP") || s.IsSpelled(i, "ORDER") || s.IsSpelled(i, "LIMIT");
}
