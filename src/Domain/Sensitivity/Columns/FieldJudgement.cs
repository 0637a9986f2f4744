using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>From evidence to verdict: proof of the values, then the name, then what the values look like.</summary>
internal static class FieldJudgement
{
    public static RuleVerdict Judge(FieldEvidence field, Company company)
    {
        if (field.Form is { Proof: true } proof)
            return new RuleVerdict.Found(proof.Kind, proof.Confidence, proof.Why);
        if (field.Type == ValueType.Bytes)
            return new RuleVerdict.Found(field.Name.IsStrong ? field.Name.Kind! : Kind.Binary, 0.9, "holds bytes");
        if (field.Field.SensitiveHint == Some(true))
            return new RuleVerdict.Found(field.Name.Kind ?? Kind.Unknown, 1, "declared sensitive");
        var named = NameJudgement.Judge(field, company);
        if (named is RuleVerdict.Found)
            return named;
        if (NameEvidence.Proof(field.Values) is { } names)
            return names;
        return named ?? DocumentJudgement.Judge(field) ?? Described(field) ?? ValueJudgement.Judge(field, company);
    }

    /// <summary>A description raises a verdict, never lowers one (reference, §2).</summary>
    private static RuleVerdict.Suspect? Described(FieldEvidence field) =>
        field.Name.Kind is null
        && field.Type is not ValueType.Boolean
        && field.Field.Description.Match(d => NameReader.Read(d), () => default) is { IsStrong: true, Kind: { } kind }
        && !QuasiIdentifiers.Contains(kind)
        && kind != Kind.Age
            ? new RuleVerdict.Suspect(kind, 0.5, $"the description says {kind}")
            : null;
}
