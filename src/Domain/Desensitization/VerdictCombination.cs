using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>What the local policy says about a field.</summary>
public enum PolicyWord
{
    Silent,
    Sensitive,
    Safe,
}

/// <summary>What a model said about a field, after its reply was checked.</summary>
public enum ModelWord
{
    Silent,
    Sensitive,
    EntityId,
    Safe,
}

/// <param name="Kind">Only with <see cref="ModelWord.Sensitive"/>.</param>
public readonly record struct ModelVerdict(ModelWord Word, Option<Kind> Kind);

/// <summary>Everything that is said about one field.</summary>
/// <param name="FromValues">What the rules find in the values alone, whatever the field is called.</param>
/// <param name="ModelMayClear">The whole reply was valid, its canaries right and the data free of instructions.</param>
/// <param name="LooksLikeId">Every value has the shape of an opaque key.</param>
public sealed record FieldCase(
    string Name,
    RuleVerdict Rule,
    RuleVerdict FromValues,
    ModelVerdict Model,
    bool ModelMayClear,
    bool LooksLikeId,
    bool HintedSensitive,
    PolicyWord Policy
);

/// <summary>
/// The final word on a field. A model can add protection; it takes away only what the rules left open. The request's hints only add. The operator's policy
/// adds always, and takes away what no pattern or checksum found.
/// </summary>
public static class VerdictCombination
{
    public static FieldVerdict Combine(FieldCase field)
    {
        var byRuleAndModel = field.Rule.Match(
            found: rule => Masked(field, rule.Kind, rule.Confidence, Both(field), rule.Why),
            suspect: rule => Masked(field, rule.Kind, rule.Confidence, Both(field), rule.Why),
            open: rule => Open(field, rule),
            clear: rule => Clear(field, rule),
            id: rule => Id(field, rule)
        );
        if (field.Policy == PolicyWord.Sensitive)
            return Masked(
                field,
                KindOf(byRuleAndModel, field),
                1,
                VerdictSource.Policy,
                "always_sensitive of the policy"
            );
        if (field.HintedSensitive && byRuleAndModel.Classification != Classification.Sensitive)
            return Masked(
                field,
                KindOf(byRuleAndModel, field),
                1,
                VerdictSource.Rule,
                "the request calls it sensitive"
            );
        if (field.Policy == PolicyWord.Safe && !field.HintedSensitive && field.FromValues is not RuleVerdict.Found)
            return Kept(field, Classification.Scan, 1, VerdictSource.Policy, "always_safe of the policy");
        return byRuleAndModel;
    }

    private static FieldVerdict Open(FieldCase field, RuleVerdict.Open rule) =>
        field.Model.Word switch
        {
            ModelWord.Sensitive => ByModel(field),
            ModelWord.EntityId when field.ModelMayClear && field.LooksLikeId => Kept(
                field,
                Classification.EntityId,
                ModelConfidence,
                VerdictSource.Llm,
                "the model calls it a key and the values look like one"
            ),
            ModelWord.Safe when field.ModelMayClear => Kept(
                field,
                Classification.Scan,
                ModelConfidence,
                VerdictSource.Llm,
                "the model calls it safe and no rule objects"
            ),
            _ => Masked(field, Kind.Unknown, rule.Confidence, VerdictSource.Rule, rule.Why),
        };

    private static FieldVerdict Clear(FieldCase field, RuleVerdict.Clear rule) =>
        field.Model.Word == ModelWord.Sensitive
            ? ByModel(field)
            : Kept(
                field,
                rule.Scan ? Classification.Scan : Classification.Safe,
                rule.Confidence,
                field.Model.Word == ModelWord.Safe ? VerdictSource.LlmAndRule : VerdictSource.Rule,
                rule.Why
            );

    private static FieldVerdict Id(FieldCase field, RuleVerdict.Id rule) =>
        field.Model.Word == ModelWord.Sensitive
            ? ByModel(field)
            : Kept(
                field,
                Classification.EntityId,
                rule.Confidence,
                field.Model.Word == ModelWord.EntityId ? VerdictSource.LlmAndRule : VerdictSource.Rule,
                rule.Why
            );

    private const double ModelConfidence = 0.8;

    private static FieldVerdict ByModel(FieldCase field) =>
        Masked(
            field,
            field.Model.Kind.IfNone(Kind.Unknown),
            ModelConfidence,
            VerdictSource.Llm,
            "the model calls it sensitive"
        );

    private static VerdictSource Both(FieldCase field) =>
        field.Model.Word == ModelWord.Sensitive ? VerdictSource.LlmAndRule : VerdictSource.Rule;

    private static Kind KindOf(FieldVerdict verdict, FieldCase field) =>
        verdict.Kind.IfNone(() => field.Model.Kind.IfNone(Kind.Unknown));

    private static FieldVerdict Masked(
        FieldCase field,
        Kind kind,
        double confidence,
        VerdictSource source,
        string why
    ) => new(field.Name, Classification.Sensitive, kind, confidence, source, why);

    private static FieldVerdict Kept(
        FieldCase field,
        Classification classification,
        double confidence,
        VerdictSource source,
        string why
    ) => new(field.Name, classification, None, confidence, source, why);
}
