using Causum.Application.Ports;
using Causum.Domain.Rows;

namespace Causum.Application.Tasks.Rows;

/// <summary>Keeps rows in memory for desensitization, at most the rows asked for and about the bytes allowed.</summary>
public sealed class RowSetSink(int maxRows, long maxBytes) : IRowSink
{
    private readonly List<CellValue[]> rows = [];
    private IReadOnlyList<ResultColumn> columns = [];
    private long bytes;
    private bool truncated;

    public void Begin(IReadOnlyList<ResultColumn> columns) => this.columns = columns;

    public bool Accept(ReadOnlySpan<CellValue> row)
    {
        bytes += CellSize.Least(row);
        if (truncated || rows.Count == maxRows || bytes > maxBytes)
        {
            truncated = true;
            return false;
        }
        rows.Add(row.ToArray());
        return true;
    }

    public RowSet Finish() => new(columns, rows, truncated);
}
