namespace Causum.Domain.Sql;

/// <summary>Which statements may run at all, by their first words; what follows is checked by <see cref="BodyRules"/>.</summary>
internal static class HeadRules
{
    public static Option<Finding> Check(ref readonly Statement s)
    {
        if (s.Count == 0 || (s.Count == 1 && s.IsSymbol(0, ';')))
            return new Finding(RefusalReason.Empty, 0);
        // Transact-SQL takes any other first word for the name of a procedure to run.
        if (s.Dialect == SqlDialect.Sqlserver)
            return Query(in s, 0);
        return s.Word(0) switch
        {
            SqlKeyword.Explain => Explained(in s),
            SqlKeyword.Describe or SqlKeyword.Desc => Described(in s),
            SqlKeyword.Show => Shown(in s),
            SqlKeyword.Pragma => ReadingPragmas.Check(in s),
            SqlKeyword.Summarize when s.Dialect == SqlDialect.Duckdb => Summarized(in s),
            SqlKeyword.At when s.Dialect == SqlDialect.Vertica => Query(in s, AfterTime(in s)),
            _ when s.Dialect == SqlDialect.Teradata => TeradataModifiers.Check(in s),
            _ => Query(in s, 0),
        };
    }

    /// <summary>A query that reads: SELECT, WITH, VALUES, TABLE, in parentheses or not; FROM first where the dialect has it.</summary>
    public static Option<Finding> Query(ref readonly Statement s, int start)
    {
        var first = start;
        while (s.IsSymbol(first, '('))
            first++;
        return BeginsQuery(in s, first) ? BodyRules.Check(in s, start) : NotAllowed(in s, start);
    }

    public static bool BeginsQuery(ref readonly Statement s, int index) =>
        s.Word(index) switch
        {
            SqlKeyword.Select or SqlKeyword.Values or SqlKeyword.With => true,
            // TABLE name; with anything else behind it, it is no query.
            SqlKeyword.Table => s.IsName(index + 1),
            SqlKeyword.Sel => s.Dialect == SqlDialect.Teradata,
            SqlKeyword.From => s.Dialect
                is SqlDialect.Duckdb
                    or SqlDialect.Bigquery
                    or SqlDialect.Clickhouse
                    or SqlDialect.Sparksql
                    or SqlDialect.Databricks,
            _ => false,
        };

    public static Finding NotAllowed(ref readonly Statement s, int index) =>
        new(RefusalReason.StatementNotAllowed, s.Offset(index));

    private static Option<Finding> Explained(ref readonly Statement s)
    {
        // Oracle and Db2 write the plan into tables.
        if (s.Dialect is SqlDialect.Oracle or SqlDialect.Db2)
            return NotAllowed(in s, 0);
        return s.Dialect == SqlDialect.Teradata
            ? TeradataModifiers.Check(in s)
            : ExplainedFrom(in s, AfterOptions(in s, 1));
    }

    private static Option<Finding> ExplainedFrom(ref readonly Statement s, int start)
    {
        var first = start;
        while (s.IsSymbol(first, '('))
            first++;
        if (BeginsQuery(in s, first))
            return BodyRules.Check(in s, start);
        // MySQL's EXPLAIN table is another spelling of DESCRIBE.
        return s.Dialect is SqlDialect.Mysql or SqlDialect.Mariadb && IsTableName(in s, start)
            ? BodyRules.Check(in s, start)
            : NotAllowed(in s, start);
    }

    private static int AfterOptions(ref readonly Statement s, int index)
    {
        var at = index;
        while (true)
        {
            if (s.IsSymbol(at, '(') && IsOptionList(in s, at))
                at = s.Close(at) + 1;
            else if (IsOption(s.Word(at)) || s.IsSymbol(at, ','))
                at++;
            else if (s[at].Kind == SqlTokenKind.Word && s.IsSymbol(at + 1, '=') && !s.Word(at + 2).ActsAsStatement())
                at += 3;
            else
                return at;
        }
    }

    private static bool IsOption(SqlKeyword word) =>
        word
            is SqlKeyword.Analyze
                or SqlKeyword.Analyse
                or SqlKeyword.Verbose
                or SqlKeyword.Extended
                or SqlKeyword.Partitions
                or SqlKeyword.Query
                or SqlKeyword.Plan
                or SqlKeyword.Using
                or SqlKeyword.Tabular
                or SqlKeyword.Json
                or SqlKeyword.Text
                or SqlKeyword.Formatted
                or SqlKeyword.Codegen
                or SqlKeyword.Cost
                or SqlKeyword.Ast
                or SqlKeyword.Syntax
                or SqlKeyword.Tree
                or SqlKeyword.Pipeline
                or SqlKeyword.Estimate
                or SqlKeyword.Local
                or SqlKeyword.Annotated
                or SqlKeyword.Logical
                or SqlKeyword.Distributed
                or SqlKeyword.Static;

    /// <summary>Words, numbers and commas in one pair of parentheses, as <c>(ANALYZE, FORMAT JSON)</c>.</summary>
    private static bool IsOptionList(ref readonly Statement s, int open)
    {
        var close = s.Close(open);
        if (close == open + 1 || close >= s.Count || BeginsQuery(in s, open + 1) || s.Word(open + 1).ActsAsStatement())
            return false;
        for (var i = open + 1; i < close; i++)
        {
            if (s[i].Kind is not (SqlTokenKind.Word or SqlTokenKind.Number or SqlTokenKind.Text) && !s.IsSymbol(i, ','))
                return false;
        }
        return true;
    }

    private static Option<Finding> Described(ref readonly Statement s)
    {
        var start = AfterOptions(in s, 1);
        if (s.Word(start).ActsAsStatement() && s.IsName(start + 1))
            return NotAllowed(in s, start);
        var first = start;
        while (s.IsSymbol(first, '('))
            first++;
        if (first > start && !BeginsQuery(in s, first))
            return NotAllowed(in s, start);
        if (start >= s.Count && start == 1)
            return s.Dialect == SqlDialect.Duckdb ? None : NotAllowed(in s, 0);
        var file = FileNamed(in s, s.Word(start) == SqlKeyword.Summarize ? start + 1 : start);
        return file.IsSome ? file : BodyRules.Check(in s, start);
    }

    private static Option<Finding> Shown(ref readonly Statement s)
    {
        var form = ShowForms.Check(in s) || FileNamed(in s, 1);
        var finding = form.IsSome ? form : BodyRules.Check(in s, 1);
        return finding.IsSome ? finding : ShowForms.Locks(in s);
    }

    private static Option<Finding> Summarized(ref readonly Statement s)
    {
        var file = FileNamed(in s, 1);
        return file.IsSome ? file : BodyRules.Check(in s, 1);
    }

    /// <summary>DuckDB and Spark describe and show files as they read them.</summary>
    private static Option<Finding> FileNamed(ref readonly Statement s, int index)
    {
        var at = s.Word(index) == SqlKeyword.Table ? index + 1 : index;
        if (s.Dialect == SqlDialect.Duckdb)
            return TableRules.Check(in s, at);
        if (!TableRules.IsSpark(s.Dialect))
            return None;
        // DESCRIBE HISTORY '/path', SHOW COLUMNS IN delta.`/path`: the name stands behind at most three words.
        for (; at <= index + 4 && !s.IsSymbol(at, '('); at++)
        {
            if (TableRules.IsSparkPath(in s, at) || (s[at].Kind == SqlTokenKind.Text && s.Word(0) != SqlKeyword.Show))
                return new Finding(RefusalReason.ExternalSource, s.Offset(at));
        }
        return None;
    }

    /// <summary>Vertica: <c>AT EPOCH n</c>, <c>AT EPOCH LATEST</c> or <c>AT TIME '…'</c> before a query reads what was there then.</summary>
    private static int AfterTime(ref readonly Statement s) =>
        s.IsSpelled(1, "EPOCH") || (s.IsSpelled(1, "TIME") && s[2].Kind == SqlTokenKind.Text) ? 3 : 0;

    private static bool IsTableName(ref readonly Statement s, int index) =>
        s.IsName(index)
        && s.Word(index) == SqlKeyword.None
        && (
            index + 1 == s.Count
            || s.IsSymbol(index + 1, '.')
            || s.IsSymbol(index + 1, ';')
            || s.IsName(index + 1)
            || s[index + 1].Kind == SqlTokenKind.Text
        );
}
