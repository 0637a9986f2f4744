namespace Causum.Domain.Rows;

/// <summary>A bounded result held in memory; each row has one cell for each column.</summary>
/// <param name="Truncated">True only if the database had at least one row more.</param>
public sealed record RowSet(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<CellValue[]> Rows, bool Truncated);
