using System.Text.Json;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire.Messages;

/// <summary>Rows form and text form (protocol §4).</summary>
internal static class RowsJson
{
    public static Unit Write(Utf8JsonWriter json, TaskResult.Rows result)
    {
        json.WriteString("format", "rows");
        json.WriteStartArray("columns");
        foreach (var column in result.ResultColumns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.DatabaseType);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePropertyName("rows");
        json.WriteRawValue(result.RowsJson.Span, skipInputValidation: true);
        json.WriteNumber("row_count", result.RowCount);
        json.WriteBoolean("truncated", result.Truncated);
        result.Receipt.IfSome(receipt => ReceiptJson.Write(json, receipt));
        return unit;
    }

    public static Unit Write(Utf8JsonWriter json, TaskResult.Text result)
    {
        json.WriteString("format", "text");
        json.WriteString("text", result.Content);
        json.WriteNumber("row_count", result.RowCount);
        json.WriteBoolean("truncated", result.Truncated);
        json.WriteNumber("chunk_count", result.ChunkCount);
        ReceiptJson.Write(json, result.Receipt);
        return unit;
    }
}
