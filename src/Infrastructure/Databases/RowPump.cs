using System.Data.Common;
using Causum.Application.Ports;
using Causum.Domain.Rows;

namespace Causum.Infrastructure.Databases;

internal static class RowPump
{
    /// <summary>Moves rows from the driver to the sink through one buffer. False: the sink had enough and rows may be left.</summary>
    /// <param name="abandon">For the driver, which then gives the connection up.</param>
    /// <param name="cancellationToken">Ends the reading between two rows; who calls stops the statement.</param>
    public static async Task<bool> CopyAsync(
        DbDataReader reader,
        IReadOnlyList<ResultColumn> columns,
        CellReader[] cells,
        IRowSink sink,
        CancellationToken abandon,
        CancellationToken cancellationToken
    )
    {
        sink.Begin(columns);
        var row = new CellValue[cells.Length];
        while (await reader.ReadAsync(abandon))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < cells.Length; i++)
                row[i] = reader.IsDBNull(i) ? CellValue.Null : cells[i](reader, i);
            if (!sink.Accept(row))
                return false;
        }
        return true;
    }
}
