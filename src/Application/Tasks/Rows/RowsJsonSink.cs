using System.Buffers;
using System.Text.Json;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Rows;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks.Rows;

/// <summary>
/// Passthrough: cells go straight into the bytes that will be sent, with no row kept in between. Whole rows only, at most the rows asked for and the bytes
/// allowed; <c>truncated</c> is true exactly when the database had a row more.
/// </summary>
internal sealed class RowsJsonSink : IRowSink, IDisposable
{
    private readonly int maxRows;
    private readonly long maxBytes;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;
    private IReadOnlyList<ResultColumn> columns = [];
    private int rows;
    private bool truncated;
    private Option<ReadOnlyMemory<byte>> cut;

    public RowsJsonSink(int maxRows, long maxBytes)
    {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        json = new Utf8JsonWriter(buffer, WireJson.Writing);
        json.WriteStartArray();
    }

    private long Position => json.BytesCommitted + json.BytesPending;

    public void Begin(IReadOnlyList<ResultColumn> columns) => this.columns = columns;

    public bool Accept(ReadOnlySpan<CellValue> row)
    {
        if (truncated || rows == maxRows || Position + CellSize.Least(row) >= maxBytes)
        {
            truncated = true;
            return false;
        }
        var before = Position;
        json.WriteStartArray();
        foreach (var cell in row)
            cell.WriteJson(json);
        json.WriteEndArray();
        if (Position >= maxBytes)
        {
            TakeBack(before);
            return false;
        }
        rows++;
        return true;
    }

    public TaskResult.Rows Finish() => new(columns, cut.IfNone(Close), rows, truncated, None);

    public void Dispose() => json.Dispose();

    private ReadOnlyMemory<byte> Close()
    {
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The row just written is one too many: what stands before it, closed.</summary>
    private void TakeBack(long length)
    {
        truncated = true;
        json.Flush();
        cut = Some<ReadOnlyMemory<byte>>((byte[])[.. buffer.WrittenSpan[..(int)length], (byte)']']);
    }
}
