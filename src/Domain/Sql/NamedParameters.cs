using System.Text;

namespace Causum.Domain.Sql;

/// <summary>
/// The <c>:name</c> parameters of a query, in the order in which they stand, found by the dialect's own lexical rules: never in a literal,
/// a comment or a quoted name, and never a cast, a slice, a path or an assignment. Names keep their letter case and are compared by it.
/// </summary>
public sealed class NamedParameters
{
    private readonly string text;
    private readonly SqlToken[] places;

    private NamedParameters(string text, SqlToken[] places)
    {
        this.text = text;
        this.places = places;
        Uses = [.. places.Select(NameOf)];
        Names = [.. Uses.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names as often as they are used, in order: what a driver with positional placeholders binds.</summary>
    public IReadOnlyList<string> Uses { get; }

    /// <summary>Each name once, in the order of its first use: what a driver with named placeholders binds.</summary>
    public IReadOnlyList<string> Names { get; }

    public static NamedParameters Parse(ReadOnlySql sql)
    {
        var found = new List<SqlToken>();
        var lexer = new SqlLexer(sql.Dialect, sql.Text);
        while (lexer.MoveNext())
        {
            if (lexer.Current.Kind == SqlTokenKind.Parameter)
                found.Add(lexer.Current);
        }
        return new NamedParameters(sql.Text, [.. found]);
    }

    /// <summary>The text with each use replaced by what the driver understands: <c>@name</c>, <c>$name</c>, <c>?</c> …; all else stays as it is.</summary>
    public string Render(Func<string, string> placeholder) => Render((name, _) => placeholder(name));

    /// <summary>As above, with the number of the use, from 0, for drivers that count.</summary>
    public string Render(Func<string, int, string> placeholder)
    {
        if (places.Length == 0)
            return text;
        var rendered = new StringBuilder(text.Length);
        var end = 0;
        for (var use = 0; use < places.Length; use++)
        {
            rendered.Append(text, end, places[use].Start - end).Append(placeholder(Uses[use], use));
            end = places[use].End;
        }
        return rendered.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Which names the query uses and nobody gave, and which were given for nothing: either makes a task invalid.</summary>
    public ParameterCheck Check(IEnumerable<string> given)
    {
        var names = given.ToHashSet(StringComparer.Ordinal);
        return new ParameterCheck(
            [.. Names.Where(name => !names.Contains(name))],
            [.. names.Where(name => !Names.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal)]
        );
    }

    private string NameOf(SqlToken place) => text.Substring(place.Start + 1, place.Length - 1);
}

/// <summary>How the parameters of a query and those given with it differ; <see cref="Fits"/> where they do not.</summary>
public sealed record ParameterCheck(IReadOnlyList<string> Missing, IReadOnlyList<string> Surplus)
{
    public bool Fits => Missing.Count == 0 && Surplus.Count == 0;

    /// <summary>One sentence for a person. Names of parameters are shown, values never.</summary>
    public string Message =>
        (Missing.Count, Surplus.Count) switch
        {
            (0, 0) => "every parameter has a value",
            (_, 0) => $"the query uses parameters without a value: {string.Join(", ", Missing)}",
            (0, _) => $"values are given for parameters that the query does not use: {string.Join(", ", Surplus)}",
            _ => $"the query uses parameters without a value: {string.Join(", ", Missing)}; "
                + $"values are given for parameters that it does not use: {string.Join(", ", Surplus)}",
        };
}
