using System.Buffers;

namespace Causum.Domain.Sql;

/// <summary>One pass over the tokens of a reading statement for whatever in it would not be a read.</summary>
internal static class BodyRules
{
    private const int UsualDepth = 32;

    public static Option<Finding> Check(ref readonly Statement s, int start)
    {
        var levels = ArrayPool<QueryLevel>.Shared.Rent(UsualDepth);
        var finding = Check(in s, start, ref levels);
        ArrayPool<QueryLevel>.Shared.Return(levels);
        return finding;
    }

    private static Option<Finding> Check(ref readonly Statement s, int start, ref QueryLevel[] levels)
    {
        var depth = 0;
        levels[0] = default;
        levels[0].AwaitsMain = s.Word(start) == SqlKeyword.With;
        for (var i = start; i < s.Count; i++)
        {
            ref var level = ref levels[depth];
            var finding = Token(in s, i, ref level);
            if (finding.IsNone && s.Dialect == SqlDialect.Duckdb)
                finding = PivotRules.Check(in s, i, ref level);
            if (finding.IsSome)
                return finding;
            if (s[i].Kind != SqlTokenKind.Symbol)
                continue;
            var symbol = s.Text[s.Offset(i)];
            if (symbol == '(')
            {
                if (depth + 1 == levels.Length)
                    Grow(ref levels);
                levels[depth + 1] = Inner(in s, i, levels[depth]);
                levels[depth++].ExpectsTable = false;
            }
            else if (symbol == ')')
            {
                if (levels[depth].AwaitsMain)
                    return HeadRules.NotAllowed(in s, i);
                if (PivotRules.AtEnd(in s, i, ref levels[depth]) is { IsSome: true } pivot)
                    return pivot;
                var isIdentifier = levels[depth].IsIdentifier;
                if (depth-- == 0)
                    return Unbalanced(in s, i);
                levels[depth].ClosedIdentifier = isIdentifier;
            }
        }
        return depth > 0 ? Unbalanced(in s, s.Count)
            : levels[0].AwaitsMain ? HeadRules.NotAllowed(in s, start)
            : PivotRules.AtEnd(in s, s.Count, ref levels[0]);
    }

    private static void Grow(ref QueryLevel[] levels)
    {
        var larger = ArrayPool<QueryLevel>.Shared.Rent(levels.Length * 2);
        levels.CopyTo(larger, 0);
        ArrayPool<QueryLevel>.Shared.Return(levels);
        levels = larger;
    }

    private static Finding Unbalanced(ref readonly Statement s, int i) =>
        new(RefusalReason.StatementNotAllowed, s.Offset(i), "unbalanced parentheses");

    private static Option<Finding> Token(ref readonly Statement s, int i, ref QueryLevel level)
    {
        if (level.ExpectsTable && !s.IsSymbol(i, '(') && !IsBeforeTable(in s, i))
        {
            level.ExpectsTable = false;
            var outside = TableRules.Check(in s, i);
            if (outside.IsSome)
                return outside;
        }
        switch (s[i].Kind)
        {
            case SqlTokenKind.Symbol:
                return SymbolRules.Check(in s, i, ref level);
            case SqlTokenKind.Word:
                var finding = level.AwaitsMain ? KeywordRules.AfterCommonTable(in s, i) : None;
                if (finding.IsNone && s.Word(i) != SqlKeyword.None)
                    finding = KeywordRules.Check(in s, i, ref level);
                return finding.IsSome ? finding : NameRules.Check(in s, i);
            case SqlTokenKind.Quoted:
                return NameRules.Check(in s, i);
            case SqlTokenKind.Text when s.Dialect == SqlDialect.Sqlite && NameRules.IsSqliteName(in s, i):
                return NameRules.SqliteTable(in s, i);
            case SqlTokenKind.Variable or SqlTokenKind.Parameter:
                return AssignmentRules.Check(in s, i);
            default:
                return None;
        }
    }

    private static bool IsBeforeTable(ref readonly Statement s, int i) =>
        s.Word(i) is SqlKeyword.Lateral or SqlKeyword.Only
        || s.IsSpelled(i, "STREAM") && TableRules.IsSpark(s.Dialect) && s.IsName(i + 1)
        || s.Word(i) is SqlKeyword.Table or SqlKeyword.Summarize
            && s.Dialect == SqlDialect.Duckdb
            && s.Word(i - 1) is SqlKeyword.Describe or SqlKeyword.Summarize;

    private static QueryLevel Inner(ref readonly Statement s, int open, QueryLevel outer)
    {
        var first = s.Word(open + 1);
        var beginsQuery = first != SqlKeyword.None && HeadRules.BeginsQuery(in s, open + 1);
        var isNamed = s.IsName(open - 1);
        return new QueryLevel
        {
            Owner = s.Word(open - 1),
            IsIdentifier = isNamed && s.IsSpelled(open - 1, "IDENTIFIER"),
            IsCall = isNamed && !beginsQuery && !s.IsSymbol(open + 1, '('),
            AwaitsMain = first == SqlKeyword.With,
            InFrom = outer.ExpectsTable && !beginsQuery,
            ExpectsTable = outer.ExpectsTable && !beginsQuery,
        };
    }
}
