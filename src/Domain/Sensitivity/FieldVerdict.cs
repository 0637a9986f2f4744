namespace Causum.Domain.Sensitivity;

/// <summary>What becomes of a field's values.</summary>
public enum Classification
{
    /// <summary>Every value is masked.</summary>
    Sensitive,

    /// <summary>Kept as it is; still passes the leak check.</summary>
    Safe,

    /// <summary>An opaque key, kept for joins.</summary>
    EntityId,

    /// <summary>Kept text or JSON in which each cell is searched, and what is found is replaced in place.</summary>
    Scan,
}

/// <summary>Who said so.</summary>
public enum VerdictSource
{
    Rule,
    Llm,
    LlmAndRule,
    Policy,
}

/// <summary>The final word on one field.</summary>
/// <param name="Kind">Present where the field is sensitive.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Why">A reason without a value of the data: "matched Luhn in 18 of 20 values".</param>
public sealed record FieldVerdict(
    string Name,
    Classification Classification,
    Option<Kind> Kind,
    double Confidence,
    VerdictSource Source,
    string Why
);

public static class VerdictNames
{
    public static string WireName(this Classification classification) =>
        classification switch
        {
            Classification.Sensitive => "sensitive",
            Classification.Safe => "safe",
            Classification.EntityId => "entity_id",
            Classification.Scan => "scan",
        };

    public static string WireName(this VerdictSource source) =>
        source switch
        {
            VerdictSource.Rule => "rule",
            VerdictSource.Llm => "llm",
            VerdictSource.LlmAndRule => "llm+rule",
            VerdictSource.Policy => "policy",
        };
}
