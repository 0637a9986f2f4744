using System.Text.Json;

namespace Causum.Integration.Support;

/// <summary>One request as it arrived, also one that was refused.</summary>
internal sealed record StubModelRequest(
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    private readonly Lazy<JsonElement> json = new(() => JsonDocument.Parse(Body).RootElement);

    public JsonElement Json => json.Value;

    public string Model => Json.GetProperty("model").GetString()!;

    public string System => Message("system");

    public string User => Message("user");

    /// <summary>The name of the wanted form, if a schema came with the request.</summary>
    public string? SchemaName =>
        Json.TryGetProperty("response_format", out var format) && format.TryGetProperty("json_schema", out var schema)
            ? schema.GetProperty("name").GetString()
            : null;

    public bool Has(string field) => Json.TryGetProperty(field, out _);

    private string Message(string role) =>
        Json.GetProperty("messages")
            .EnumerateArray()
            .First(m => m.GetProperty("role").GetString() == role)
            .GetProperty("content")
            .GetString()!;
}
