using Causum.Domain.Rows;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;
using Results = DuckDB.NET.Native.NativeMethods.Query;

namespace Causum.Infrastructure.DuckDb;

/// <summary>One statement, prepared: the engine says that it is one and that it reads before it runs. Rows come chunk by chunk and are never gathered.</summary>
internal sealed class DuckDbQuery : IDisposable
{
    private readonly DuckDBPreparedStatement prepared;
    private DuckDBResult result;
    private bool hasResult;

    public DuckDbQuery(DuckDBNativeConnection connection, Statement statement)
    {
        prepared = Prepare(connection, statement.Text);
        try
        {
            if (DuckDbNative.StatementType(prepared) is not (DuckDBStatementType.Select or DuckDBStatementType.Explain))
                throw new DatabaseRefusedException(DatabaseFailures.Of(DatabaseFault.PermissionDenied));
            DuckDbParameters.Bind(prepared, statement.Values);
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }

    public (ResultColumn[] Columns, DuckDbCellReader[] Readers) Execute()
    {
        var state = PreparedStatements.DuckDBExecutePreparedStreaming(prepared, out result);
        hasResult = true;
        if (state == DuckDBState.Error)
            throw new DuckDbStatementException(Results.DuckDBResultError(ref result));
        var count = (int)Results.DuckDBColumnCount(ref result);
        var columns = new ResultColumn[count];
        var readers = new DuckDbCellReader[count];
        for (var i = 0; i < count; i++)
        {
            using var logical = Results.DuckDBColumnLogicalType(ref result, i);
            var type = DuckDbType.Of(logical);
            columns[i] = new ResultColumn(Results.DuckDBColumnName(ref result, i), type.Name, None);
            readers[i] = DuckDbCells.Reader(type);
        }
        return (columns, readers);
    }

    /// <summary>The next chunk, or null at the end.</summary>
    public DuckDBDataChunk? Next()
    {
        var chunk = StreamingResult.DuckDBStreamFetchChunk(result);
        if (!chunk.IsInvalid && DataChunks.DuckDBDataChunkGetSize(chunk) > 0)
            return chunk;
        chunk.Dispose();
        var error = Results.DuckDBResultError(ref result);
        return string.IsNullOrEmpty(error) ? null : throw new DuckDbStatementException(error);
    }

    public void Dispose()
    {
        if (hasResult)
            Results.DuckDBDestroyResult(ref result);
        prepared.Dispose();
    }

    private static DuckDBPreparedStatement Prepare(DuckDBNativeConnection connection, string text)
    {
        var count = ExtractStatements.DuckDBExtractStatements(connection, text, out var extracted);
        using (extracted)
        {
            if (count == 0)
                throw new DuckDbStatementException(ExtractStatements.DuckDBExtractStatementsError(extracted));
            if (count != 1)
                throw new DatabaseRefusedException(DatabaseFailures.Of(DatabaseFault.QueryError));
            var state = ExtractStatements.DuckDBPrepareExtractedStatement(connection, extracted, 0, out var prepared);
            if (state == DuckDBState.Success)
                return prepared;
            using (prepared)
                throw new DuckDbStatementException(PreparedStatements.DuckDBPrepareError(prepared));
        }
    }
}
