using Causum.Domain.Sensitivity.Columns;

namespace Causum.Domain.Sensitivity;

/// <summary>
/// The built-in rules: column names in many languages, checks and patterns of the values, statistics, and the company a column keeps. Pure and the
/// same everywhere; what they find stays masked whatever a model says.
/// </summary>
public static class RulesClassifier
{
    /// <summary>Changes whenever a verdict can change for the same input.</summary>
    public static string Version => "1";

    /// <summary>One verdict for each field, in their order.</summary>
    public static IReadOnlyList<RuleVerdict> Classify(IReadOnlyList<FieldFacts> fields)
    {
        var evidence = fields.Select(FieldEvidence.Of).ToArray();
        var company = Company.Of(evidence);
        return [.. evidence.Select(e => FieldJudgement.Judge(e, company.Without(e)))];
    }
}
