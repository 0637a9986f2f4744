using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>A form that enough values of a column have.</summary>
/// <param name="Proof">Sure whatever the column is called.</param>
internal sealed record FormEvidence(Kind Kind, bool Proof, double Confidence, string Why)
{
    private const double StructuredShare = 0.2;
    private const double CheckedShare = 0.8;
    private const double Unlikely = 1e-6;
    private const int FewValues = 5;

    /// <summary>The strongest form of a column, by the bars of the reference, §4; <c>null</c> where none is reached.</summary>
    /// <param name="named">The kind that the column's name says: it lowers the bar for forms of that kind.</param>
    public static FormEvidence? Strongest(ColumnStatistics column, Kind? named)
    {
        FormEvidence? best = null;
        foreach (var (form, proof, count) in column.Forms.Counts)
        {
            if (Weigh(column, form, proof, count, named) is not { } evidence)
                continue;
            if (best is null || Rank(evidence, named) > Rank(best, named))
                best = evidence;
        }
        return best;
    }

    private static double Rank(FormEvidence evidence, Kind? named) =>
        (evidence.Proof ? 2 : 0) + (evidence.Kind == named ? 1 : 0) + evidence.Confidence;

    private static FormEvidence? Weigh(ColumnStatistics column, Form form, bool proof, int count, Kind? named)
    {
        var share = column.Share(count);
        var why = $"matched {form.Title} in {count} of {column.Count} values";
        if (proof)
        {
            var sure = share >= StructuredShare || !column.IsProse;
            return sure ? new FormEvidence(form.Kind, Proof: true, form.ByChance < 0.15 ? 0.99 : 0.95, why) : null;
        }
        if (named == form.Kind && share >= StructuredShare)
            return new FormEvidence(form.Kind, Proof: true, 0.98, why);
        if (form.NeedsName || form.Kind == Kind.IpAddress)
            return share >= CheckedShare && form.Kind == Kind.IpAddress
                ? new FormEvidence(form.Kind, Proof: false, 0.5, why)
                : null;
        if (column.Count < FewValues)
            return new FormEvidence(form.Kind, Proof: false, 0.5, why);
        var passed = share >= CheckedShare || ChanceOfAtLeast(count, column.Count, form.ByChance) < Unlikely;
        return passed ? new FormEvidence(form.Kind, Proof: true, 0.6 + 0.35 * share, why) : null;
    }

    /// <summary>Upper tail of the binomial distribution, by its Chernoff bound; exact enough for a bar of one in a million.</summary>
    private static double ChanceOfAtLeast(int hits, int values, double chance)
    {
        var share = (double)hits / values;
        if (share <= chance)
            return 1;
        var distance =
            share * Math.Log(share / chance) + (share < 1 ? (1 - share) * Math.Log((1 - share) / (1 - chance)) : 0);
        return Math.Exp(-values * distance);
    }
}
