using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>The other fields of the result: two that tell persons apart make it a table about persons (reference, §2).</summary>
internal readonly record struct Company(int PersonalFields, bool PersonTable)
{
    public bool AboutPersons => PersonTable || PersonalFields >= 2;

    public static Company Of(IReadOnlyList<FieldEvidence> fields) =>
        new(fields.Count(IsPersonal), fields.Any(f => f.Field.Origin.Exists(o => NameReader.Read(o.Table).Person)));

    /// <summary>What the others say: a field is no evidence for itself.</summary>
    public Company Without(FieldEvidence field) =>
        this with
        {
            PersonalFields = PersonalFields - (IsPersonal(field) ? 1 : 0),
        };

    private static bool IsPersonal(FieldEvidence field) =>
        field.SureKind is { } kind
        && (
            kind == Kind.PersonName
            || kind == Kind.Email
            || kind == Kind.Phone
            || kind == Kind.BirthDate
            || kind == Kind.SocialSecurity
            || kind == Kind.NationalId
        );
}
