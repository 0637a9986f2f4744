using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>What is done with one column.</summary>
/// <param name="Key">The customer's key, or the task's own where the column has no base column.</param>
public sealed record ColumnTreatment(FieldVerdict Verdict, TokenKey Key);

/// <summary>A raw value that was masked, kept in memory until the result has left, so that it can be searched for.</summary>
/// <param name="Column">Where it was seen first.</param>
public sealed record MaskedValue(Kind Kind, CellValue Value, int Column, string Token)
{
    public override string ToString() => $"{Kind} of column {Column}";
}

/// <summary>Rows fit to leave, once the leak check has agreed.</summary>
/// <param name="Verdicts">The final ones: a text column with findings in most cells is masked as a whole.</param>
/// <param name="Values">Distinct.</param>
/// <param name="Replacements">Cells and spans that were replaced by a token.</param>
public sealed record MaskedRows(
    RowSet Rows,
    IReadOnlyList<FieldVerdict> Verdicts,
    IReadOnlyList<MaskedValue> Values,
    IReadOnlySet<string> Issued,
    long Replacements,
    int Collisions
)
{
    /// <summary>A search for exactly these values, if the masker has made one.</summary>
    internal Option<ValueSearch> Search { get; init; }
}
