namespace Causum.Domain.Sensitivity.Columns;

/// <summary>What the values say about being names of persons, whatever the column is called.</summary>
internal static class NameEvidence
{
    private const double FrequentShare = 0.2;

    /// <summary>One Han or Hangul word in ten begins with a character that is a family name; names do so nearly always.</summary>
    private const double EasternShare = 0.6;

    /// <summary>A frequent name in every fifth value that looks like one; <c>null</c> where the values are not that clear.</summary>
    public static RuleVerdict.Found? Proof(ColumnStatistics values)
    {
        if (
            !values.LookLikeNames
            || values.Share(values.FrequentNames) < (values.IsUnspaced ? EasternShare : FrequentShare)
        )
            return null;
        var confidence = values.Share(values.FrequentFullNames) >= FrequentShare ? 0.85 : 0.75;
        return new RuleVerdict.Found(
            Kind.PersonName,
            confidence,
            $"frequent names in {values.FrequentNames} of {values.Count} values"
        );
    }

    /// <summary>The look of names alone.</summary>
    public static RuleVerdict.Suspect? Sign(ColumnStatistics values) =>
        values.LookLikeNames
            ? new RuleVerdict.Suspect(
                Kind.PersonName,
                0.5,
                $"{values.NameLike} of {values.Count} values look like names"
            )
            : null;
}
