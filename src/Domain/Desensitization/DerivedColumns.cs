using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>What a query may have made of a sensitive column, for one result column.</summary>
/// <param name="Verdict">Outranks what the rules say of name and values.</param>
/// <param name="IsStored">The column shows values as they are stored; only these get tokens that join with other results.</param>
public readonly record struct Derivation(Option<RuleVerdict> Verdict, bool IsStored);

/// <summary>
/// A column without a base column may hide <c>reverse(email)</c>, a literal or <c>phone::bigint</c>: it is sensitive if it is text, or if the query mentions a
/// sensitive column; counts, booleans and sums of quantities are not. Where the database tells no base column at all, the select list of a simple query
/// stands in for it.
/// </summary>
public static class DerivedColumns
{
    /// <summary>Kinds whose sums and averages mean something; adding up card numbers does not.</summary>
    private static readonly System.Collections.Generic.HashSet<Kind> Quantities =
    [
        Kind.Income,
        Kind.Age,
        Kind.Health,
        Kind.Geolocation,
    ];

    private static readonly RuleVerdict Expression = new RuleVerdict.Found(
        Kind.Unknown,
        0.9,
        "an expression in a query over sensitive columns"
    );
    private static readonly RuleVerdict TextExpression = new RuleVerdict.Found(
        Kind.Unknown,
        0.9,
        "a text expression without a base column"
    );
    private static readonly RuleVerdict Counted = new RuleVerdict.Clear(false, 0.9, "a count");

    /// <param name="rules">The rules' verdict on each field by name, base column and values.</param>
    /// <param name="query">None where the rows are a table's own.</param>
    /// <param name="knownSensitive">Names that hints or the policy call sensitive.</param>
    public static IReadOnlyList<Derivation> Of(
        IReadOnlyList<FieldFacts> fields,
        IReadOnlyList<RuleVerdict> rules,
        Option<string> query,
        IReadOnlySet<string> knownSensitive
    )
    {
        if (query.Case is not string text)
            return [.. fields.Select(_ => new Derivation(None, IsStored: true))];
        var told = fields.Any(field => field.Origin.IsSome);
        var items = SelectList.Read(text, fields.Count);
        var sensitive = Mentioned(text, fields, rules, knownSensitive);
        return
        [
            .. fields.Select(
                (field, i) =>
                    field.Origin.IsSome
                        ? new Derivation(None, IsStored: true)
                        : Of(field, items.Map(list => list[i]).IfNone(new SelectItem.Expression()), told, sensitive)
            ),
        ];
    }

    private static Derivation Of(
        FieldFacts field,
        SelectItem item,
        bool told,
        Dictionary<string, RuleVerdict.Found> sensitive
    ) =>
        item.Match(
            plain: column =>
                told
                    ? Computed(field, told, sensitive)
                    : new Derivation(Named(column.Column, sensitive), IsStored: true),
            star: () => told ? Computed(field, told, sensitive) : new Derivation(None, IsStored: true),
            count: () =>
                Holds(field, CellKind.Integer, CellKind.Decimal)
                    ? new Derivation(Some(Counted), IsStored: false)
                    : Computed(field, told, sensitive),
            quantity: quantity =>
                IsQuantity(field, quantity, sensitive)
                    ? new Derivation(None, IsStored: false)
                    : Computed(field, told, sensitive),
            expression: () => Computed(field, told, sensitive)
        );

    private static Option<RuleVerdict> Named(string column, Dictionary<string, RuleVerdict.Found> sensitive) =>
        sensitive.TryGetValue(column, out var found) ? Some<RuleVerdict>(found) : None;

    private static Derivation Computed(FieldFacts field, bool told, Dictionary<string, RuleVerdict.Found> sensitive)
    {
        if (Holds(field, CellKind.Boolean))
            return new Derivation(None, IsStored: false);
        if (told && field.Values.Any(value => value.Kind == CellKind.Text))
            return new Derivation(Some(TextExpression), IsStored: false);
        return new Derivation(sensitive.Count > 0 ? Some(Expression) : None, IsStored: false);
    }

    private static bool IsQuantity(
        FieldFacts field,
        SelectItem.Quantity item,
        Dictionary<string, RuleVerdict.Found> sensitive
    ) =>
        Holds(field, CellKind.Integer, CellKind.Decimal, CellKind.Real)
        && item.Columns.All(column => !sensitive.TryGetValue(column, out var found) || Quantities.Contains(found.Kind));

    private static bool Holds(FieldFacts field, params ReadOnlySpan<CellKind> kinds)
    {
        foreach (var value in field.Values)
            if (!value.IsNull && !kinds.Contains(value.Kind))
                return false;
        return true;
    }

    /// <summary>The sensitive names among a query's words, whatever place they stand in: a literal that holds one only makes the answer stricter.</summary>
    private static Dictionary<string, RuleVerdict.Found> Mentioned(
        string query,
        IReadOnlyList<FieldFacts> fields,
        IReadOnlyList<RuleVerdict> rules,
        IReadOnlySet<string> knownSensitive
    )
    {
        var words = SelectList.AllWords(query);
        var byName = RulesClassifier.Classify([
            .. words.Select(word => new FieldFacts(word, "", None, None, None, None, [])),
        ]);
        var bases = new System.Collections.Generic.HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < fields.Count; i++)
            if (rules[i] is RuleVerdict.Found or RuleVerdict.Suspect)
                bases.Add(fields[i].Origin.Match(origin => origin.Column, fields[i].Name));
        var mentioned = new Dictionary<string, RuleVerdict.Found>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < words.Count; i++)
            if (byName[i] is RuleVerdict.Found found)
                mentioned[words[i]] = found;
            else if (bases.Contains(words[i]) || knownSensitive.Contains(words[i]))
                mentioned[words[i]] = new RuleVerdict.Found(Kind.Unknown, 0.9, "a column that is sensitive elsewhere");
        return mentioned;
    }
}
