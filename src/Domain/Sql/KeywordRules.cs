namespace Causum.Domain.Sql;

/// <summary>What a keyword may not do inside a read. A word that is only a name there (an alias, a column) passes.</summary>
internal static class KeywordRules
{
    public static Option<Finding> Check(ref readonly Statement s, int i, ref QueryLevel level)
    {
        var word = s.Word(i);
        if (level.AwaitsMain && MainStatement(in s, i, ref level) is { IsSome: true } main)
            return main;
        if (s.Dialect == SqlDialect.Sqlserver && TransactSqlRules.Check(in s, i) is { IsSome: true } batch)
            return batch;
        switch (word)
        {
            case SqlKeyword.From:
                OpenFrom(in s, i, ref level);
                return None;
            case SqlKeyword.Join or SqlKeyword.Apply when level.InFrom:
                level.ExpectsTable = true;
                return None;
            case SqlKeyword.Select:
                level.InFrom = level.IsCall = false;
                return None;
            case SqlKeyword.Where
            or SqlKeyword.Group
            or SqlKeyword.Order
            or SqlKeyword.Having
            or SqlKeyword.Limit
            or SqlKeyword.Union
            or SqlKeyword.Except
            or SqlKeyword.Intersect
            or SqlKeyword.Minus
            or SqlKeyword.Values
            or SqlKeyword.Window
            or SqlKeyword.Qualify:
                level.InFrom = false;
                return None;
            case SqlKeyword.Table
                when TableRules.ReadsFiles(s.Dialect) && (s.IsName(i + 1) || s[i + 1].Kind == SqlTokenKind.Text):
            case SqlKeyword.Describe
            or SqlKeyword.Summarize
            or SqlKeyword.Show
            or SqlKeyword.Pivot
            or SqlKeyword.Unpivot when s.Dialect == SqlDialect.Duckdb && s.IsSymbol(i - 1, '('):
                level.IsCall &= s.Word(i) == SqlKeyword.Table;
                level.ExpectsTable = true;
                return None;
            case SqlKeyword.Into when !IsAlias(in s, i) && !NamesUnpivoted(in s, i):
                return new Finding(RefusalReason.SelectInto, s.Offset(i));
            case SqlKeyword.For
                when Locks(in s, i) && !level.IsOperandSyntax && !s.Is(i + 1, SqlKeyword.Share, SqlKeyword.In):
            case SqlKeyword.Lock when s.Is(i + 1, SqlKeyword.In, SqlKeyword.Share):
            case SqlKeyword.Use when s.Is(i + 1, SqlKeyword.And, SqlKeyword.Keep):
                return new Finding(RefusalReason.LockingClause, s.Offset(i));
            case SqlKeyword.Next when s.Is(i + 1, SqlKeyword.Value, SqlKeyword.For):
            case SqlKeyword.Nextval when s.Word(i + 1) == SqlKeyword.For:
                return new Finding(RefusalReason.SequenceChange, s.Offset(i));
            case SqlKeyword.Insert when s.Word(i + 1) is SqlKeyword.Into or SqlKeyword.Overwrite:
                return new Finding(RefusalReason.DataModifyingClause, s.Offset(i));
            case SqlKeyword.Settings when s.Dialect == SqlDialect.Clickhouse && ChangesSettings(in s, i):
                return new Finding(RefusalReason.SessionChange, s.Offset(i));
            case SqlKeyword.With when s.Dialect == SqlDialect.Clickhouse && s.IsSpelled(i - 1, "PARALLEL"):
                return new Finding(RefusalReason.MultipleStatements, s.Offset(i));
            case SqlKeyword.And
                when s.Word(i - 1) is SqlKeyword.Select or SqlKeyword.Sel && s.IsSpelled(i + 1, "CONSUME"):
                return new Finding(RefusalReason.DataModifyingClause, s.Offset(i));
            case SqlKeyword.Using when IsScript(in s, i):
                return new Finding(RefusalReason.FunctionRunsCode, s.Offset(i), "TRANSFORM");
            default:
                return None;
        }
    }

    /// <summary>Behind the last common table expression only a query may begin.</summary>
    private static Option<Finding> MainStatement(ref readonly Statement s, int i, ref QueryLevel level)
    {
        if (
            s.Word(i) is SqlKeyword.Function or SqlKeyword.Procedure
            && s.IsName(i + 1)
            && s.Word(i + 1) != SqlKeyword.As
        )
            return HeadRules.NotAllowed(in s, i);
        if (s.Is(i - 1, SqlKeyword.With, SqlKeyword.Session) && s.IsName(i + 1) && s.Word(i + 1) != SqlKeyword.As)
            return new Finding(RefusalReason.SessionChange, s.Offset(i));
        if (IsNameInWith(in s, i))
            return None;
        if (s.Word(i).ActsAsStatement())
            return new Finding(RefusalReason.DataModifyingClause, s.Offset(i));
        level.AwaitsMain = !HeadRules.BeginsQuery(in s, i) || s.Word(i) == SqlKeyword.With;
        return None;
    }

    /// <summary>Behind the parentheses of a common table expression nothing may stand but the next one, its SEARCH or CYCLE clause, or the query.</summary>
    public static Option<Finding> AfterCommonTable(ref readonly Statement s, int i) =>
        s.Dialect == SqlDialect.Clickhouse
        || !s.IsSymbol(i - 1, ')')
        || HeadRules.BeginsQuery(in s, i)
        || s.Word(i) is SqlKeyword.As or SqlKeyword.Using or SqlKeyword.Cycle
        || s.Word(i).ActsAsStatement()
        || s.IsSpelled(i, "SEARCH")
            ? None
            : HeadRules.NotAllowed(in s, i);

    private static bool IsNameInWith(ref readonly Statement s, int i) =>
        s.IsSymbol(i - 1, ',')
        || s.Word(i - 1)
            is SqlKeyword.With
                or SqlKeyword.Recursive
                or SqlKeyword.By
                or SqlKeyword.Set
                or SqlKeyword.Using
                or SqlKeyword.To
                or SqlKeyword.Default
                or SqlKeyword.As;

    private static void OpenFrom(ref readonly Statement s, int i, ref QueryLevel level)
    {
        // IS DISTINCT FROM compares, FOR SYSTEM_TIME FROM … TO … names a time.
        var isOperand =
            s.Word(i - 1) == SqlKeyword.Distinct && s.Word(i - 2) is SqlKeyword.Is or SqlKeyword.Not
            || s.IsName(i - 1) && s.Word(i - 2) == SqlKeyword.For;
        if (isOperand || level.IsCall)
            return;
        level.InFrom = true;
        level.ExpectsTable = true;
    }

    /// <summary><c>SELECT x AS into</c>: an alias ends the list entry, the clause would go on with a name.</summary>
    private static bool IsAlias(ref readonly Statement s, int i) =>
        s.Word(i - 1) == SqlKeyword.As
        && (i + 1 == s.Count || s.IsSymbol(i + 1, ',') || s.IsSymbol(i + 1, ')') || s.Word(i + 1) == SqlKeyword.From);

    private static bool Locks(ref readonly Statement s, int i) =>
        s.Word(i + 1) is SqlKeyword.Update or SqlKeyword.Share
        || s.Is(i + 1, SqlKeyword.No, SqlKeyword.Key)
        || s.Is(i + 1, SqlKeyword.Key, SqlKeyword.Share);

    private static bool IsScript(ref readonly Statement s, int i) =>
        s.Dialect is SqlDialect.Sparksql or SqlDialect.Databricks
        && s[i + 1].Kind is SqlTokenKind.Text or SqlTokenKind.Parameter;

    /// <summary>DuckDB: <c>UNPIVOT t ON … INTO NAME n VALUE v</c> names columns.</summary>
    private static bool NamesUnpivoted(ref readonly Statement s, int i) =>
        s.Dialect == SqlDialect.Duckdb && s.IsSpelled(i + 1, "NAME") && s.Word(i + 3) == SqlKeyword.Value;

    /// <summary><c>SETTINGS a = 1</c>, and <c>SETTINGS a</c> for it behind a value or a table; elsewhere it is a column.</summary>
    private static bool ChangesSettings(ref readonly Statement s, int i) =>
        s.IsName(i + 1)
        && (
            s.IsSymbol(i + 2, '=')
            || s.Word(i + 1) == SqlKeyword.None
                && (
                    s[i - 1].Kind is SqlTokenKind.Number or SqlTokenKind.Text or SqlTokenKind.Quoted
                    || s.IsSymbol(i - 1, ')')
                    || s[i - 1] is { Kind: SqlTokenKind.Word, Word: SqlKeyword.None }
                )
        );
}
