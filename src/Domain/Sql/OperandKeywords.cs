namespace Causum.Domain.Sql;

/// <summary>Keywords after which a value may stand, so that a colon behind them begins a parameter.</summary>
internal static class OperandKeywords
{
    private static readonly System.Collections.Generic.HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        new System.Collections.Generic.HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "ALL", "AND", "ANY", "AGAINST", "BETWEEN", "BINARY", "BY", "CASE", "DATE", "DISTINCT", "DIV", "ELSE", "ESCAPE", "FETCH",
            "FIRST", "FOR", "FROM", "GLOB", "HAVING", "ILIKE", "IN", "INTERVAL", "IS", "LIKE", "LIMIT", "MATCH", "MOD", "NEXT", "NOT",
            "OF", "OFFSET", "ON", "OR", "OVER", "QUALIFY", "REGEXP", "RLIKE", "ROW", "ROWS", "SELECT", "SIMILAR", "SKIP", "SOME", "THEN",
            "TIME", "TIMESTAMP", "TO", "TOP", "USING", "VALUES", "WHEN", "WHERE", "XOR", "ZONE",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
