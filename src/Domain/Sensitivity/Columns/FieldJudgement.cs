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
        return NameJudgement.Judge(field, company) ?? ValueJudgement.Judge(field, company);
    }
}
