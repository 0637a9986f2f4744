using Causum.Domain.Rows;

namespace Causum.Application.Tasks.Rows;

/// <summary>A lower bound of a cell's JSON length in bytes, found without writing it: enough to stop before a huge cell is copied.</summary>
internal static class CellSize
{
    private const int SmallestScalar = 2;

    public static long Least(CellValue cell) =>
        cell.Kind switch
        {
            CellKind.Text or CellKind.Json or CellKind.Decimal or CellKind.Interval or CellKind.Uuid => SmallestScalar
                + (long)cell.ToText().Length,
            CellKind.Bytes => SmallestScalar + (long)cell.AsBytes.Length,
            CellKind.Array => SmallestScalar + cell.AsArray.Sum(Least),
            _ => SmallestScalar,
        };

    public static long Least(ReadOnlySpan<CellValue> row)
    {
        var total = (long)SmallestScalar;
        foreach (var cell in row)
            total += Least(cell);
        return total;
    }
}
