using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>What the field's name decides, once its values proved nothing.</summary>
internal static class NameJudgement
{
    private const int OldestNamedAge = 89;

    /// <summary><c>null</c> where the name leaves it to the values.</summary>
    public static RuleVerdict? Judge(FieldEvidence field, Company company)
    {
        if (field.Name.Kind is not { } kind)
            return null;
        if (QuasiIdentifiers.Contains(kind))
            return new RuleVerdict.Clear(
                Scan: false,
                0.8,
                $"the name says {kind}, a quasi-identifier, kept by default"
            );
        if (kind == Kind.Age)
            return Age(field);
        if (field.Type is ValueType.Boolean && CannotBe(kind) || field.Type is ValueType.Date && !AreDates(kind))
            return null;
        if (
            field.Type is ValueType.Integer or ValueType.Number or ValueType.Uuid
            && CannotBe(kind)
            && !field.Name.Weakened
        )
            return field.Name.LooksLikeKey && field.Type is not ValueType.Number
                    ? new RuleVerdict.Id(0.8, $"a key beside {kind}, with values that cannot be one")
                : field.Name.NeedsContext ? null
                : new RuleVerdict.Suspect(kind, 0.5, $"the name says {kind}, but its values are of another type");
        if (field.Name.Weakened)
            return Weak(field, kind);
        if (!field.Name.NeedsContext)
            return new RuleVerdict.Found(kind, 0.9, $"the name says {kind}");
        return company.AboutPersons
            ? new RuleVerdict.Found(kind, 0.8, $"the name says {kind} in a table about persons")
            : OutOfContext(field, kind);
    }

    private static RuleVerdict Age(FieldEvidence field) =>
        field.Values.Largest > OldestNamedAge
            ? new RuleVerdict.Found(Kind.Age, 0.9, "the name says age, and some are over 89")
            : new RuleVerdict.Clear(Scan: false, 0.8, "the name says age, a quasi-identifier up to 89");

    /// <summary>A weakened name over values that cannot be of its kind, or that are few and repeat, says nothing any more.</summary>
    private static RuleVerdict.Suspect? Weak(FieldEvidence field, Kind kind) =>
        field.Values.Count > 0
        && (
            field.Type is not (ValueType.Text or ValueType.Unknown or ValueType.Json)
            || ValueJudgement.IsEnum(field.Values)
        )
            ? null
            : new RuleVerdict.Suspect(kind, 0.5, $"the name says {kind}, but a word beside it weakens that");

    /// <summary>"name" or "address" of no person that we know of: left to the values unless there are too few to tell.</summary>
    private static RuleVerdict.Suspect? OutOfContext(FieldEvidence field, Kind kind) =>
        field.Values.Count >= 5 && field.Type is not ValueType.Text
            ? null
            : new RuleVerdict.Suspect(kind, 0.4, $"the name may say {kind}");

    /// <summary>Kinds that are text: a number or a yes under such a name is something else about it.</summary>
    private static bool CannotBe(Kind kind) =>
        kind == Kind.PersonName || kind == Kind.Email || kind == Kind.Address || kind == Kind.City;

    private static bool AreDates(Kind kind) =>
        kind == Kind.BirthDate || kind == Kind.PersonalDate || kind == Kind.CardSecurityCode || kind == Kind.Health;
}
