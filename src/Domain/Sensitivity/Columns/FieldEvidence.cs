using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>What is known of one field by itself.</summary>
internal sealed record FieldEvidence(
    FieldFacts Field,
    NameReading Name,
    ColumnStatistics Values,
    FormEvidence? Form,
    ValueType Type
)
{
    public static FieldEvidence Of(FieldFacts field)
    {
        var name = Stronger(
            NameReader.Read(field.Name),
            field.Origin.Match(o => NameReader.Read(o.Column), () => default)
        );
        var values = ColumnStatistics.Of(field);
        var type = values.Count > 0 ? values.Type : ValueTypes.Parse(field.DatabaseType);
        return new FieldEvidence(field, name, values, FormEvidence.Strongest(values, name.Kind), type);
    }

    /// <summary>A value proof or a name that says so outright: what makes a table one about persons.</summary>
    public Kind? SureKind =>
        Form is { Proof: true } form ? form.Kind
        : Name.IsStrong ? Name.Kind
        : null;

    private static NameReading Stronger(NameReading shown, NameReading stored) =>
        shown.IsStrong || (shown.Kind is not null && !stored.IsStrong) ? shown
        : stored.Kind is not null ? stored
        : shown;
}
