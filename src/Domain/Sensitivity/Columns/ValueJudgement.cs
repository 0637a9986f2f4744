namespace Causum.Domain.Sensitivity.Columns;

/// <summary>What the values look like, where neither proof nor name decided (reference, §4).</summary>
internal static class ValueJudgement
{
    private const int TooFew = 5;

    public static RuleVerdict Judge(FieldEvidence field, Company company)
    {
        if (field.Form is { } form)
            return new RuleVerdict.Suspect(form.Kind, form.Confidence, form.Why);
        return field.Type switch
        {
            ValueType.Boolean => new RuleVerdict.Clear(Scan: false, 0.95, "holds yes or no"),
            ValueType.Uuid => new RuleVerdict.Id(0.9, "holds random identifiers"),
            ValueType.Time => new RuleVerdict.Clear(Scan: false, 0.9, "holds times"),
            ValueType.Address => new RuleVerdict.Found(Kind.IpAddress, 0.95, "the type holds network addresses"),
            ValueType.Integer when IsKey(field) => new RuleVerdict.Id(0.9, "a key by its name, with whole numbers"),
            ValueType.Integer or ValueType.Number => new RuleVerdict.Clear(Scan: false, 0.8, "holds plain numbers"),
            ValueType.Date => Date(field, company),
            _ => Text(field),
        };
    }

    /// <summary>Few values that repeat; at least 20 are needed to say so.</summary>
    public static bool IsEnum(ColumnStatistics values) =>
        values.Count >= 20 && values.Distinct <= 20 && values.DistinctShare <= 0.4;

    private static RuleVerdict Date(FieldEvidence field, Company company)
    {
        var values = field.Values;
        var spread = values.Count >= TooFew && values.Latest.Year - values.Earliest.Year > 15;
        return company.AboutPersons && spread && values.Earliest.Year >= 1900
            ? new RuleVerdict.Suspect(Kind.BirthDate, 0.5, "dates spread like birth dates in a table about persons")
            : new RuleVerdict.Clear(Scan: false, 0.8, "holds dates of events");
    }

    private static RuleVerdict Text(FieldEvidence field)
    {
        var values = field.Values;
        if (values.Count == 0)
            return field.Name.Harmless
                ? new RuleVerdict.Clear(Scan: true, 0.6, "a harmless name")
                : new RuleVerdict.Open("no values, and a name that says nothing");
        if (values.WithSpans > 0)
            return Spans(values);
        if (IsEnum(values))
            return new RuleVerdict.Clear(Scan: false, 0.9, $"{values.Distinct} values that repeat");
        if (field.Name.Harmless)
            return new RuleVerdict.Clear(Scan: true, 0.7, "a harmless name, and nothing found in the values");
        if (IsKey(field) && values.Share(values.Codes) > 0.9 && values.Spaced == 0)
            return new RuleVerdict.Id(0.8, "a key by its name, with codes");
        if (values.IsProse && values.Share(values.ProseWithNames) >= 0.2)
            return new RuleVerdict.Suspect(
                Kind.FreeText,
                0.6,
                $"names among other words in {values.ProseWithNames} of {values.Count} values"
            );
        return NameEvidence.Sign(values) is { } names ? names : new RuleVerdict.Open("text that nothing explains");
    }

    private static RuleVerdict Spans(ColumnStatistics values) =>
        values.Share(values.WithSpans) > 0.5
            ? new RuleVerdict.Found(
                Kind.FreeText,
                0.9,
                $"sensitive spans in {values.WithSpans} of {values.Count} values"
            )
            : new RuleVerdict.Clear(
                Scan: true,
                0.6,
                $"sensitive spans in {values.WithSpans} of {values.Count} values, replaced in place"
            );

    private static bool IsKey(FieldEvidence field) => field.Name.LooksLikeKey || field.Field.EntityIdHint == Some(true);
}
