using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Rows;

namespace Causum.Application.Desensitization;

/// <summary>Rows as one JSON array of arrays, cut before the row that would pass the limit.</summary>
internal static class RowsJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    internal static (ReadOnlyMemory<byte> Json, int Count, bool Cut) Encode(RowSet rows, long limitBytes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var row = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(row, Options);
        buffer.Write("["u8);
        var count = 0;
        foreach (var cells in rows.Rows)
        {
            row.ResetWrittenCount();
            writer.Reset();
            writer.WriteStartArray();
            foreach (var cell in cells)
                cell.WriteJson(writer);
            writer.WriteEndArray();
            writer.Flush();
            if (buffer.WrittenCount + row.WrittenCount + 2 > limitBytes)
                break;
            if (count++ > 0)
                buffer.Write(","u8);
            buffer.Write(row.WrittenSpan);
        }
        buffer.Write("]"u8);
        return (buffer.WrittenMemory, count, count < rows.Rows.Count);
    }
}
