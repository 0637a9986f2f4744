namespace Causum.Domain.Sql;

/// <summary>What is known about a name that has no fact.</summary>
public enum CatalogExtent : byte
{
    /// <summary>Every routine that may act has a fact: what has none is harmless.</summary>
    Acting,

    /// <summary>Every routine has a fact: what has none is built in or does not exist.</summary>
    All,

    /// <summary>Every stored routine has a fact, but loaded libraries could not be looked up.</summary>
    Stored,

    /// <summary>Nothing could be looked up.</summary>
    Nothing,
}

/// <summary>What a database says of the routines that a query can reach, and the verdict on a query by it.</summary>
public sealed class RoutineCatalog
{
    private readonly SqlDialect dialect;
    private readonly CatalogExtent extent;
    private readonly StringComparison comparison;
    private readonly Dictionary<string, List<RoutineFact>>.AlternateLookup<ReadOnlySpan<char>> facts;

    public RoutineCatalog(SqlDialect dialect, CatalogExtent extent, IEnumerable<RoutineFact> facts)
    {
        this.dialect = dialect;
        this.extent = extent;
        comparison = dialect == SqlDialect.Postgresql ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var byName = new Dictionary<string, List<RoutineFact>>(StringComparer.FromComparison(comparison));
        foreach (var fact in facts.Where(f => !HarmlessRoutines.Contains(f)))
        {
            if (!byName.TryGetValue(fact.Name, out var same))
                byName[fact.Name] = same = [];
            same.Add(fact);
        }
        this.facts = byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first place of the text where something would run that is not known to only read.</summary>
    /// <param name="uses">All that the text may run.</param>
    public Option<SqlRefusal> Check(ReadOnlySql query, IReadOnlyList<RoutineUse> uses)
    {
        var (first, found) = (int.MaxValue, RoutineTrait.Reads);
        foreach (var use in uses)
        {
            if (use.Offset < first && Trait(query, use) is var trait and not RoutineTrait.Reads)
                (first, found) = (use.Offset, trait);
        }
        return found == RoutineTrait.Reads
            ? None
            : new SqlRefusal(RefusalReason.VolatileFunction, SqlPosition.At(query.Text, first), found.Sentence());
    }

    private RoutineTrait Trait(ReadOnlySql query, RoutineUse use)
    {
        if (extent == CatalogExtent.Nothing)
            return RoutineTrait.Unknown;
        var isNamed = false;
        if (facts.TryGetValue(use.Name.Span, out var same))
        {
            foreach (var fact in same.Where(f => Reaches(use, f)))
            {
                isNamed = true;
                if (fact.Trait != RoutineTrait.Reads && HasOperands(query, fact))
                    return fact.Trait;
            }
        }
        return isNamed || IsKnown(use) ? RoutineTrait.Reads : RoutineTrait.Unknown;
    }

    private bool Reaches(RoutineUse use, RoutineFact fact) =>
        use.Kind == fact.Kind
        && (use.Schema.IsEmpty ? fact.OnPath : use.Schema.Span.Equals(fact.Schema, comparison))
        && (use.Kind != RoutineUseKind.Call || (use.Arguments >= fact.Fewest && use.Arguments <= fact.Most));

    private bool IsKnown(RoutineUse use) =>
        extent switch
        {
            CatalogExtent.Acting => true,
            // MySQL takes letters with accents for those without when it looks for a stored routine, but not for one of its own.
            CatalogExtent.All => use.Schema.IsEmpty && System.Text.Ascii.IsValid(use.Name.Span),
            CatalogExtent.Stored => use.Schema.IsEmpty && MysqlBuiltIns.Contains(use.Name.Span),
            CatalogExtent.Nothing => false,
        };

    private bool HasOperands(ReadOnlySql query, RoutineFact fact)
    {
        if (fact.Needs is not { Count: > 0 } needs)
            return true;
        var lexer = new SqlLexer(dialect, query.Text);
        while (lexer.MoveNext())
        {
            if (
                lexer.Current.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted
                && needs.Contains(CatalogName.Of(dialect, query.Text, lexer.Current).ToString(), StringComparer.Ordinal)
            )
                return true;
        }
        return false;
    }
}
