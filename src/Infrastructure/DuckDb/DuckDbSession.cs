using Causum.Application.Ports;
using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;
using DuckDB.NET.Data;
using static DuckDB.NET.Native.NativeMethods;

namespace Causum.Infrastructure.DuckDb;

internal sealed class DuckDbSession(DuckDBConnection connection, string path) : IAdoSession
{
    private const int InterruptEveryMilliseconds = 50;

    public async Task<ServerFacts> LookAsync(CancellationToken cancellationToken)
    {
        var rows = new CollectedRows();
        await ReadAsync(new Statement(DuckDbCatalog.Facts, []), rows, cancellationToken);
        return new ServerFacts(
            $"DuckDB {rows.Rows[0][0].ToText()}",
            rows.Rows[0][1].AsBoolean,
            LocalFile.Warnings(path)
        );
    }

    public Task ReadAsync(Statement statement, IRowSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var native = connection.NativeConnection;
        // An interrupt that comes between two steps of the engine is lost, hence again and again.
        using var interrupts = new Timer(_ => Startup.DuckDBInterrupt(native));
        using var registration = cancellationToken.Register(() => interrupts.Change(0, InterruptEveryMilliseconds));
        using var query = new DuckDbQuery(native, statement);
        var (columns, readers) = query.Execute();
        sink.Begin(columns);
        Pump(query, readers, sink, cancellationToken);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static void Pump(
        DuckDbQuery query,
        DuckDbCellReader[] readers,
        IRowSink sink,
        CancellationToken cancellationToken
    )
    {
        var row = new CellValue[readers.Length];
        var vectors = new DuckDbVector[readers.Length];
        while (query.Next() is { } next)
        {
            using var chunk = next;
            var count = (long)DataChunks.DuckDBDataChunkGetSize(chunk);
            for (var i = 0; i < vectors.Length; i++)
                vectors[i] = DuckDbVector.Of(DataChunks.DuckDBDataChunkGetVector(chunk, i));
            for (var at = 0L; at < count; at++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var i = 0; i < row.Length; i++)
                    row[i] = DuckDbCells.Read(readers[i], vectors[i], at);
                if (!sink.Accept(row))
                    return;
            }
        }
    }
}
