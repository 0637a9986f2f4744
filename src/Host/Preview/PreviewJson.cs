using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Application.Wire.Messages;
using Causum.Domain.Sensitivity;

namespace Causum.Host.Preview;

/// <summary>The documented JSON of <c>agent preview</c>: only what would leave, never an original cell.</summary>
internal static class PreviewJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<TablePreview> tables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteStartArray("tables");
        foreach (var table in tables)
            Write(json, table);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TablePreview preview)
    {
        json.WriteStartObject();
        json.WriteString("table", preview.Table.Name);
        json.WriteStartArray("columns");
        foreach (var verdict in preview.Verdicts)
            Write(json, verdict);
        json.WriteEndArray();
        json.WritePropertyName("rows");
        json.WriteRawValue(preview.Rows.RowsJson.Span);
        json.WriteString("text", preview.Text.Content);
        ReceiptJson.Write(json, preview.Receipt);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FieldVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("name", verdict.Name);
        json.WriteString("classification", verdict.Classification.WireName());
        json.WriteString("kind", verdict.Kind.MatchUnsafe(kind => kind.Name, () => null));
        json.WriteString("token_prefix", verdict.Kind.MatchUnsafe(kind => kind.Prefix, () => null));
        json.WriteString("source", verdict.Source.WireName());
        json.WriteNumber("confidence", Math.Round(verdict.Confidence, 3));
        json.WriteEndObject();
    }
}
