using Causum.Application.Ports;
using Causum.Domain.Rows;

namespace Causum.Infrastructure.Databases;

/// <summary>Keeps the rows of a catalog query.</summary>
internal sealed class CollectedRows : IRowSink
{
    private readonly List<CellValue[]> rows = [];

    public IReadOnlyList<CellValue[]> Rows => rows;

    public void Begin(IReadOnlyList<ResultColumn> columns) => rows.Clear();

    public bool Accept(ReadOnlySpan<CellValue> row)
    {
        rows.Add(row.ToArray());
        return true;
    }
}
