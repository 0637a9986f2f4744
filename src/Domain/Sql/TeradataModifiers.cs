namespace Causum.Domain.Sql;

/// <summary>
/// What may stand before a query in Teradata: <c>EXPLAIN</c>, <c>LOCKING … FOR ACCESS</c> (a lesser lock than a plain read takes) and the
/// temporal qualifiers. Other locks hold others up. (SQL Data Manipulation Language, "Request Modifiers"; Temporal Table Support.)
/// </summary>
internal static class TeradataModifiers
{
    public static Option<Finding> Check(ref readonly Statement s)
    {
        var at = 0;
        var next = Step(in s, at, out var finding);
        while (next > at)
        {
            at = next;
            next = Step(in s, at, out finding);
        }
        return finding.IsSome ? finding : HeadRules.Query(in s, at);
    }

    /// <summary>The place behind the modifier that begins here; the same place where none does, or it is not allowed.</summary>
    private static int Step(ref readonly Statement s, int at, out Option<Finding> finding)
    {
        finding = None;
        if (s.Word(at) == SqlKeyword.Explain)
            return at + 1;
        if (s.Word(at + 1) == SqlKeyword.Explain && (s.Word(at) == SqlKeyword.Static || s.IsSpelled(at, "DYNAMIC")))
            return at + 2;
        if (s.Word(at) is SqlKeyword.Locking or SqlKeyword.Lock)
            return Locking(in s, at, out finding);
        if (s.Word(at) == SqlKeyword.Current || s.IsSpelled(at, "SEQUENCED") || s.IsSpelled(at, "NONSEQUENCED"))
            return IsTemporal(in s, at + 1) ? at + 2 : at;
        return IsTemporal(in s, at) && s.Word(at + 1) == SqlKeyword.As && s.IsSpelled(at + 2, "OF")
            ? AfterMoment(in s, at)
            : at;
    }

    private static bool IsTemporal(ref readonly Statement s, int at) =>
        s.IsSpelled(at, "VALIDTIME") || s.IsSpelled(at, "TRANSACTIONTIME");

    /// <summary><c>VALIDTIME AS OF DATE '…'</c>.</summary>
    private static int AfterMoment(ref readonly Statement s, int at) =>
        s.IsName(at + 3) && s[at + 4].Kind == SqlTokenKind.Text ? at + 5 : at;

    /// <summary><c>LOCKING [DATABASE|TABLE|VIEW] name | ROW [FOR|IN] lock [OVERRIDE] [MODE] [NOWAIT]</c>.</summary>
    private static int Locking(ref readonly Statement s, int at, out Option<Finding> finding)
    {
        finding = None;
        var after = at + 1;
        if (s.Word(after) is SqlKeyword.Database or SqlKeyword.Table || s.IsSpelled(after, "VIEW"))
            after++;
        if (!s.IsName(after))
            return at;
        after++;
        while (s.IsSymbol(after, '.') && s.IsName(after + 1))
            after += 2;
        if (s.Word(after) is SqlKeyword.For or SqlKeyword.In)
            after++;
        if (s.Word(after) is not (SqlKeyword.Access or SqlKeyword.Read or SqlKeyword.Share))
        {
            finding = new Finding(RefusalReason.LockingClause, s.Offset(after));
            return at;
        }
        after++;
        while (s.IsSpelled(after, "OVERRIDE") || s.IsSpelled(after, "MODE") || s.IsSpelled(after, "NOWAIT"))
            after++;
        return after;
    }
}
