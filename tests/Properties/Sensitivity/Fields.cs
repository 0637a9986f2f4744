using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Properties.Sensitivity;

/// <summary>Short ways to write the fields that the rules are asked about.</summary>
internal static class Fields
{
    public static FieldFacts Named(string name, params string[] values) =>
        Of(name, "text", [.. values.Select(CellValue.Text)]);

    public static FieldFacts Empty(string name, string databaseType) => Of(name, databaseType, []);

    public static FieldFacts Numbers(string name, params long[] values) =>
        Of(name, "bigint", [.. values.Select(CellValue.Integer)]);

    public static FieldFacts Of(string name, string databaseType, IReadOnlyList<CellValue> values) =>
        new(name, databaseType, None, None, None, None, values);

    public static RuleVerdict Judge(FieldFacts field) => RulesClassifier.Classify([field])[0];

    /// <summary>The kind where the rules say that the field is sensitive.</summary>
    public static Option<Kind> SensitiveKind(this RuleVerdict verdict) =>
        verdict.Match(
            found: v => Some(v.Kind),
            suspect: v => Some(v.Kind),
            open: _ => None,
            clear: _ => None,
            id: _ => Option<Kind>.None
        );
}
