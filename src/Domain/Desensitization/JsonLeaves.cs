using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <summary>Rewrites the leaves and names of a JSON document; order, nesting and the number of leaves stay.</summary>
internal static class JsonLeaves
{
    /// <summary>Gives the JSON text that stands in for a leaf. The path joins the names that lead to it with dots.</summary>
    internal delegate string LeafRewrite(string path, JsonElement leaf);

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Null where the text is no JSON that can be read as a whole (half a surrogate pair in it, too deep).</summary>
    internal static string? Rewrite(string json, LeafRewrite leaf, Func<string, string> name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var buffer = new ArrayBufferWriter<byte>(json.Length);
            using (var writer = new Utf8JsonWriter(buffer, Compact))
                Write(writer, document.RootElement, "", leaf, name);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Calls <paramref name="visit"/> for each leaf; for none if the text is no JSON.</summary>
    internal static void Visit(string json, Action<string, JsonElement> visit) =>
        Rewrite(
            json,
            (path, leaf) =>
            {
                visit(path, leaf);
                return "0";
            },
            name => name
        );

    /// <summary>A leaf as a cell: numbers as written.</summary>
    internal static CellValue CellOf(JsonElement leaf) =>
        leaf.ValueKind switch
        {
            JsonValueKind.String => CellValue.Text(leaf.GetString()!),
            JsonValueKind.Number => CellValue.Decimal(leaf.GetRawText()),
            JsonValueKind.True => CellValue.Boolean(true),
            JsonValueKind.False => CellValue.Boolean(false),
            _ => CellValue.Null,
        };

    /// <summary>Text that holds a JSON object or array, as databases without a JSON type keep it.</summary>
    internal static bool MayBeDocument(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 1 && ((trimmed[0], trimmed[^1]) is ('{', '}') or ('[', ']'));
    }

    internal static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private static void Write(
        Utf8JsonWriter writer,
        JsonElement element,
        string path,
        LeafRewrite leaf,
        Func<string, string> name
    )
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(name(property.Name));
                    Write(
                        writer,
                        property.Value,
                        path.Length == 0 ? property.Name : $"{path}.{property.Name}",
                        leaf,
                        name
                    );
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, path, leaf, name);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(leaf(path, element), skipInputValidation: true);
                break;
        }
    }
}
