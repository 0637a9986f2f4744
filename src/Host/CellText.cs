using System.Text.Json.Nodes;

namespace Causum.Host;

/// <summary>A cell of a result as a table shows it: text without quotes, everything else as its JSON.</summary>
internal static class CellText
{
    public static string Of(JsonNode? cell) =>
        cell is null ? "null"
        : cell is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : cell.ToJsonString();
}
