using System.Globalization;
using System.Text;

namespace Causum.Benchmarks.Parts;

/// <summary>Queries of a wanted length that the guard allows: a usual one, and shapes that are hard on a lexer or on the rules behind it.</summary>
internal static class SqlTexts
{
    public static readonly IReadOnlyList<(string Name, Func<int, string> Of)> Shapes =
    [
        ("usual query", Usual),
        ("many comments", length => Repeat("SELECT 1 ", "/* a /* nested */ one */ -- and a line\n", "", length)),
        ("many quotes", length => Repeat("SELECT 'x'", ", 'it''s', \"a\"\"b\", $q$c$q$", "", length)),
        ("deep parentheses", Deep),
        ("one long identifier", length => Repeat("SELECT ", "abcdefghij", " FROM t", length)),
        ("operators", length => Repeat("SELECT 1", "+-1*~2||3", "", length)),
        ("calls", length => Repeat("SELECT 1", ", lower(upper(coalesce(a.b, c)))", " FROM a", length)),
    ];

    /// <summary>As an application writes them.</summary>
    public static string Usual(int length) =>
        Repeat(
            "SELECT o.id, o.total, c.name FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.total > 10",
            " AND (o.status = 'open' OR o.created_at >= DATE '2024-01-01') AND c.region_code IN ('north', 'south')",
            " ORDER BY o.id LIMIT 100",
            length
        );

    private static string Deep(int length)
    {
        var depth = (length - "SELECT 1".Length) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"SELECT {new string('(', depth)}1{new string(')', depth)}");
    }

    private static string Repeat(string head, string unit, string tail, int length)
    {
        var text = new StringBuilder(head, length);
        while (text.Length + unit.Length + tail.Length <= length)
            text.Append(unit);
        return text.Append(tail).ToString();
    }
}
