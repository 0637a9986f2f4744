namespace Causum.Domain.Sql;

/// <summary>What punctuation may do: end the statement, open parentheses, go on with a list; not assign, chain or reach out.</summary>
internal static class SymbolRules
{
    public static Option<Finding> Check(ref readonly Statement s, int i, ref QueryLevel level)
    {
        switch (s.Text[s.Offset(i)])
        {
            case ';' when i + 1 < s.Count:
                return new Finding(RefusalReason.MultipleStatements, s.Offset(i + 1));
            case ',':
                level.ExpectsTable = level.InFrom;
                return None;
            case '(':
                var opened = Opened(in s, i, ref level);
                return opened.IsSome ? opened : CallRules.Check(in s, i, level.ClosedIdentifier);
            case '@' when s.Dialect is SqlDialect.Oracle or SqlDialect.Snowflake or SqlDialect.Teradata:
                return new Finding(RefusalReason.ExternalSource, s.Offset(i));
            case ':' when s.Dialect is SqlDialect.Mysql or SqlDialect.Mariadb && s.IsOperator(i, ":="):
                return new Finding(RefusalReason.Assignment, s.Offset(i));
            // Spark reads an unquoted address, with what looks like a comment in it, as one name.
            case ':' when s.Dialect is SqlDialect.Databricks or SqlDialect.Sparksql && s.IsOperator(i, "://"):
                return new Finding(RefusalReason.ExternalSource, s.Offset(i));
            case '-' when s.Dialect == SqlDialect.Snowflake && s.IsOperator(i, "->>"):
                return new Finding(RefusalReason.MultipleStatements, s.Offset(i));
            case '|' when s.IsOperator(i, "|>") && ChangesData(s.Word(i + 2)):
                return new Finding(RefusalReason.DataModifyingClause, s.Offset(i + 2));
            case '/' when s.Dialect == SqlDialect.Oracle && s.IsFirstOnLine(i) && s.IsLastOnLine(i):
                return new Finding(RefusalReason.MultipleStatements, s.Offset(i));
            default:
                return None;
        }
    }

    /// <summary>GoogleSQL's pipes also DROP and SET columns and CALL table functions: those read.</summary>
    private static bool ChangesData(SqlKeyword word) =>
        word
            is SqlKeyword.Insert
                or SqlKeyword.Create
                or SqlKeyword.Export
                or SqlKeyword.Update
                or SqlKeyword.Delete
                or SqlKeyword.Merge;

    /// <summary>A statement in parentheses must be a query: <c>WITH x AS (DELETE …)</c>, <c>FINAL TABLE (INSERT …)</c>, <c>FROM (UPDATE … OUTPUT …)</c>.</summary>
    private static Option<Finding> Opened(ref readonly Statement s, int open, ref QueryLevel level)
    {
        if (!level.AwaitsMain && s.Word(open + 1) == SqlKeyword.None && s.Word(open - 1) == SqlKeyword.None)
            return None;
        // WITH … ( … ) ( SELECT … ): the main statement stands in parentheses.
        if (level.AwaitsMain && s.IsSymbol(open - 1, ')'))
        {
            var first = open;
            while (s.IsSymbol(first, '('))
                first++;
            level.AwaitsMain = !HeadRules.BeginsQuery(in s, first);
        }
        if (IsStatement(in s, open) || IsDataChangeTable(in s, open))
            return new Finding(RefusalReason.DataModifyingClause, s.Offset(open + 1));
        if (!level.AwaitsMain || !IsCommonTable(in s, open) || HoldsQuery(in s, open + 1))
            return None;
        return s.Word(open + 1).ActsAsStatement()
            ? new Finding(RefusalReason.DataModifyingClause, s.Offset(open + 1))
            : HeadRules.NotAllowed(in s, open + 1);
    }

    private static bool IsStatement(ref readonly Statement s, int open)
    {
        if (!s.Word(open + 1).ActsAsStatement())
            return false;
        var next = s[open + 2];
        return next.Kind == SqlTokenKind.Quoted
            || (next.Kind == SqlTokenKind.Word && !next.Word.FollowsValue() && !IsOperandSyntax(in s, open, next.Word));
    }

    /// <summary>Db2: <c>FINAL TABLE (…)</c> holds nothing but a change.</summary>
    private static bool IsDataChangeTable(ref readonly Statement s, int open) =>
        s.Word(open - 1) == SqlKeyword.Table
        && (s.IsSpelled(open - 2, "FINAL") || s.IsSpelled(open - 2, "NEW") || s.IsSpelled(open - 2, "OLD"));

    private static bool IsCommonTable(ref readonly Statement s, int open) =>
        s.Word(open - 1) is SqlKeyword.As or SqlKeyword.Materialized;

    private static bool HoldsQuery(ref readonly Statement s, int first) =>
        HeadRules.BeginsQuery(in s, first)
        || s.IsSymbol(first, '(')
        || (
            s.Dialect == SqlDialect.Duckdb
            && (
                s.Word(first) is SqlKeyword.Describe or SqlKeyword.Show or SqlKeyword.Summarize
                || s.IsSpelled(first, "PIVOT")
                || s.IsSpelled(first, "UNPIVOT")
            )
        );

    /// <summary><c>SUBSTRING(update FROM 2)</c>, a column of that name; <c>OPTION (MERGE JOIN)</c>, a hint.</summary>
    private static bool IsOperandSyntax(ref readonly Statement s, int open, SqlKeyword next) =>
        s.Is(open + 1, SqlKeyword.Merge, SqlKeyword.Join)
        || s.Is(open + 1, SqlKeyword.Merge, SqlKeyword.Union)
        || next is SqlKeyword.From or SqlKeyword.Using
            && s.Word(open - 1)
                is SqlKeyword.Substring
                    or SqlKeyword.Trim
                    or SqlKeyword.Extract
                    or SqlKeyword.Overlay
                    or SqlKeyword.Position;
}
