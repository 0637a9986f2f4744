using System.Buffers;
using System.Text.Json;
using Causum.Application.Ports;

namespace Causum.Infrastructure.OpenAi;

/// <summary>The request body of chat completions: no history, no tools, one choice, temperature 0, an explicit bound on the answer.</summary>
internal static class ChatRequest
{
    /// <summary>Any fixed number: with it the same prompt gives the same answer where the server can.</summary>
    private const int Seed = 1;

    /// <summary><c>max_completion_tokens</c> counts thoughts too; without room for them a reasoning model returns nothing.</summary>
    private const int RoomForThoughts = 8192;

    public static ReadOnlyMemory<byte> Write(string model, ModelRequest request, ChatDialect dialect, int outputLimit)
    {
        var buffer = new ArrayBufferWriter<byte>(request.System.Length + request.User.Length + 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("model", model);
        json.WriteStartArray("messages");
        WriteMessage(json, "system", System(request, dialect));
        WriteMessage(json, "user", request.User);
        json.WriteEndArray();
        if (dialect.Temperature)
            json.WriteNumber("temperature", 0);
        json.WriteNumber("n", 1);
        if (dialect.Seed)
            json.WriteNumber("seed", Seed);
        if (dialect.Limit == LimitField.MaxTokens)
            json.WriteNumber("max_tokens", Math.Min(request.MaxOutputTokens, outputLimit));
        else
            json.WriteNumber(
                "max_completion_tokens",
                Math.Min((long)request.MaxOutputTokens + RoomForThoughts, outputLimit)
            );
        request.Schema.Iter(schema => WriteFormat(json, schema, dialect.Structure));
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, string content)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteEndObject();
    }

    /// <summary>Where the server does not hold the model to the schema, the model is told it; JSON mode also demands the word in the prompt.</summary>
    private static string System(ModelRequest request, ChatDialect dialect) =>
        request.Schema.Match(
            Some: schema =>
                dialect.Structure == StructuredOutput.JsonSchema
                    ? request.System
                    : $"{request.System}\nAnswer with one JSON document and nothing else, without a code fence. It must be valid under this JSON Schema:\n{schema.JsonSchema}",
            None: () => request.System
        );

    private static void WriteFormat(Utf8JsonWriter json, AnswerSchema schema, StructuredOutput structure)
    {
        if (structure == StructuredOutput.None)
            return;
        json.WriteStartObject("response_format");
        if (structure == StructuredOutput.JsonObject)
        {
            json.WriteString("type", "json_object");
        }
        else
        {
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteString("name", schema.Name);
            json.WriteBoolean("strict", true);
            json.WritePropertyName("schema");
            json.WriteRawValue(schema.JsonSchema);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
