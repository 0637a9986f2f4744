using Causum.Domain.Rows;

namespace Causum.Application.Tasks.Rows;

/// <summary>A lower bound of a cell's JSON length in bytes, found without writing it: enough to stop before a huge cell is copied.</summary>
internal static class CellSize
{
    private const int Brackets = 2;
    private const int Digit = 1;

    public static long Least(CellValue cell) =>
        cell.Kind switch
        {
            CellKind.Text or CellKind.Decimal or CellKind.Interval or CellKind.Uuid => Brackets + cell.ToText().Length,
            CellKind.Json => cell.ToText().Length,
            CellKind.Bytes => Brackets + (long)cell.AsBytes.Length,
            CellKind.Array => Brackets + cell.AsArray.Sum(Least),
            _ => Digit,
        };

    public static long Least(ReadOnlySpan<CellValue> row)
    {
        var total = (long)Brackets;
        foreach (var cell in row)
            total += Least(cell);
        return total;
    }
}
