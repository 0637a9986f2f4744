namespace Causum.Domain.Sql;

/// <summary>
/// In Transact-SQL no semicolon is needed: a reserved word that begins a statement begins one wherever it stands. They cannot be names
/// without quotes (Transact-SQL reference, "Reserved keywords"), so no honest read has one outside the forms named here.
/// </summary>
internal static class TransactSqlRules
{
    public static Option<Finding> Check(ref readonly Statement s, int i)
    {
        switch (s.Word(i))
        {
            case SqlKeyword.Select when i > 0 && !ContinuesQuery(in s, i):
                return new Finding(RefusalReason.MultipleStatements, s.Offset(i));
            case SqlKeyword.Merge when IsJoinHint(in s, i):
            case SqlKeyword.Fetch when s.Word(i - 1) is SqlKeyword.Row or SqlKeyword.Rows:
            case SqlKeyword.Use when s.IsSpelled(i + 1, "HINT") || s.Word(i + 1) == SqlKeyword.Plan:
                return None;
            case SqlKeyword.Enable or SqlKeyword.Disable when s.Word(i + 1) == SqlKeyword.Trigger:
            case SqlKeyword.Move or SqlKeyword.Get when s.Word(i + 1) == SqlKeyword.Conversation:
            case SqlKeyword.Conversation
                when s.IsSpelled(i - 1, "END") && s[i + 1].Kind is SqlTokenKind.Variable or SqlTokenKind.Text:
            case SqlKeyword.Send when s.Is(i + 1, SqlKeyword.On, SqlKeyword.Conversation):
            case SqlKeyword.Rename when s.IsSpelled(i + 1, "OBJECT"):
            case SqlKeyword.Receive
                when EndsValue(in s, i - 1) && (s.Word(i + 1) == SqlKeyword.Top || s.IsSymbol(i + 1, '*')):
                return new Finding(RefusalReason.MultipleStatements, s.Offset(i));
            case SqlKeyword.Updlock
            or SqlKeyword.Xlock
            or SqlKeyword.Tablockx
            or SqlKeyword.Tablock
            or SqlKeyword.Holdlock
            or SqlKeyword.Paglock
            or SqlKeyword.Repeatableread:
                return new Finding(RefusalReason.LockingClause, s.Offset(i));
            case SqlKeyword.Serializable when s.IsSymbol(i - 1, '(') || s.IsSymbol(i - 1, ','):
                return new Finding(RefusalReason.LockingClause, s.Offset(i));
            case SqlKeyword.Option when s.IsSymbol(i + 1, '('):
                return Options(in s, i + 1);
            default:
                return IsReserved(s.Word(i)) || IsBatchEnd(in s, i)
                    ? new Finding(
                        i > 0 && s.Word(i - 1) != SqlKeyword.For
                            ? RefusalReason.MultipleStatements
                            : RefusalReason.LockingClause,
                        s.Offset(i)
                    )
                    : None;
        }
    }

    private static bool ContinuesQuery(ref readonly Statement s, int i) =>
        s.IsSymbol(i - 1, '(') && !EndsOperand(s[i - 2].Kind)
        || s.IsSymbol(i - 1, ')')
        || s.Word(i - 1)
            is SqlKeyword.Union
                or SqlKeyword.All
                or SqlKeyword.Except
                or SqlKeyword.Intersect
                or SqlKeyword.Explain;

    /// <summary>What no operator follows ends the statement, and a query in parentheses begins the next one.</summary>
    private static bool EndsOperand(SqlTokenKind before) =>
        before is SqlTokenKind.Number or SqlTokenKind.Text or SqlTokenKind.Quoted or SqlTokenKind.Variable;

    private static bool IsJoinHint(ref readonly Statement s, int i) =>
        s.Word(i + 1) is SqlKeyword.Join or SqlKeyword.Union
        || s.Word(i - 1)
            is SqlKeyword.Inner
                or SqlKeyword.Outer
                or SqlKeyword.Left
                or SqlKeyword.Right
                or SqlKeyword.Full;

    private static bool EndsValue(ref readonly Statement s, int i) =>
        s.IsName(i)
            && s.Word(i)
                is not (
                    SqlKeyword.Select
                    or SqlKeyword.Distinct
                    or SqlKeyword.All
                    or SqlKeyword.And
                    or SqlKeyword.Or
                    or SqlKeyword.As
                )
        || s[i].Kind is SqlTokenKind.Number or SqlTokenKind.Text or SqlTokenKind.Variable
        || s.IsSymbol(i, ')');

    private static bool IsReserved(SqlKeyword word) =>
        word
            is SqlKeyword.Add
                or SqlKeyword.Alter
                or SqlKeyword.Backup
                or SqlKeyword.Begin
                or SqlKeyword.Break
                or SqlKeyword.Bulk
                or SqlKeyword.Checkpoint
                or SqlKeyword.Close
                or SqlKeyword.Commit
                or SqlKeyword.Create
                or SqlKeyword.Dbcc
                or SqlKeyword.Deallocate
                or SqlKeyword.Declare
                or SqlKeyword.Delete
                or SqlKeyword.Deny
                or SqlKeyword.Drop
                or SqlKeyword.Dump
                or SqlKeyword.Exec
                or SqlKeyword.Execute
                or SqlKeyword.Fetch
                or SqlKeyword.Goto
                or SqlKeyword.Grant
                or SqlKeyword.If
                or SqlKeyword.Insert
                or SqlKeyword.Kill
                or SqlKeyword.Lineno
                or SqlKeyword.Load
                or SqlKeyword.Merge
                or SqlKeyword.Open
                or SqlKeyword.Print
                or SqlKeyword.Raiserror
                or SqlKeyword.Readtext
                or SqlKeyword.Reconfigure
                or SqlKeyword.Restore
                or SqlKeyword.Return
                or SqlKeyword.Revert
                or SqlKeyword.Revoke
                or SqlKeyword.Rollback
                or SqlKeyword.Save
                or SqlKeyword.Set
                or SqlKeyword.Setuser
                or SqlKeyword.Shutdown
                or SqlKeyword.Truncate
                or SqlKeyword.Update
                or SqlKeyword.Updatetext
                or SqlKeyword.Use
                or SqlKeyword.Waitfor
                or SqlKeyword.While
                or SqlKeyword.Writetext;

    /// <summary>GO alone on a line ends a batch for the client tools.</summary>
    private static bool IsBatchEnd(ref readonly Statement s, int i) =>
        s.Word(i) == SqlKeyword.Go && s.IsFirstOnLine(i) && s.IsLastOnLine(i);

    private static Option<Finding> Options(ref readonly Statement s, int open)
    {
        var close = s.Close(open);
        var depth = 0;
        for (var i = open; i < close; i++)
        {
            if (s.IsSymbol(i, '('))
                depth++;
            else if (s.IsSymbol(i, ')'))
                depth--;
            if (i > open && s.Word(i) == SqlKeyword.Option)
                return new Finding(RefusalReason.SessionChange, s.Offset(i));
            if (depth == 1 && (s.IsSymbol(i, '(') || s.IsSymbol(i, ',')) && !IsHarmlessOption(s.Slice(i + 1)))
                return new Finding(RefusalReason.SessionChange, s.Offset(i + 1));
        }
        return None;
    }

    private static readonly string[] HarmlessOptions =
    [
        "MAXDOP",
        "RECOMPILE",
        "MAXRECURSION",
        "HASH",
        "MERGE",
        "LOOP",
        "CONCAT",
        "ORDER",
        "FORCE",
        "FAST",
        "OPTIMIZE",
        "KEEP",
        "KEEPFIXED",
        "EXPAND",
        "ROBUST",
        "NO_PERFORMANCE_SPOOL",
        "USE",
        "LABEL",
        "MAX_GRANT_PERCENT",
        "MIN_GRANT_PERCENT",
        "PARAMETERIZATION",
        "IGNORE_NONCLUSTERED_COLUMNSTORE_INDEX",
        "DISABLE",
        "TABLE",
    ];

    private static bool IsHarmlessOption(ReadOnlySpan<char> word)
    {
        foreach (var option in HarmlessOptions)
        {
            if (word.Equals(option, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
