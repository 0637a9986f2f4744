using System.Text.Json;

namespace Causum.Integration.Support;

/// <summary>What a real server checks before it answers: path, credential, form of the request.</summary>
internal static class StubModelChecks
{
    private static readonly string[] KnownFields =
    [
        "model",
        "messages",
        "temperature",
        "n",
        "seed",
        "max_tokens",
        "max_completion_tokens",
        "response_format",
        "stream",
    ];

    public static StubModelFault? Find(
        StubModelRequest request,
        StubModelDialect dialect,
        KeyValuePair<string, string>? credential
    ) =>
        request.Path != dialect.Path || request.Query != dialect.Query
            ? new(404, $"Unknown request URL: {request.Method} {request.Path}{request.Query}", null, "unknown_url")
        : request.Method != "POST" ? new(405, "Not allowed to do that")
        : credential is { } wanted && !HasHeader(request, wanted)
            ? new(401, "Incorrect API key provided.", null, "invalid_api_key")
        : credential is null && (request.Headers.ContainsKey("Authorization") || request.Headers.ContainsKey("api-key"))
            ? new(400, "No credential is wanted here")
        : !request
            .Headers.GetValueOrDefault("Content-Type", "")
            .StartsWith("application/json", StringComparison.Ordinal)
            ? new(415, "Content-Type must be application/json")
        : Form(request, dialect);

    private static StubModelFault? Form(StubModelRequest request, StubModelDialect dialect)
    {
        JsonElement body;
        try
        {
            body = request.Json;
        }
        catch (JsonException)
        {
            return new(400, "We could not parse the JSON body of your request.");
        }
        foreach (var field in body.EnumerateObject())
        {
            if (!KnownFields.Contains(field.Name))
                return new(
                    400,
                    $"Unrecognized request argument supplied: {field.Name}",
                    field.Name,
                    "unknown_parameter"
                );
        }
        if (!body.TryGetProperty("model", out var model) || model.ValueKind != JsonValueKind.String)
            return new(400, "you must provide a model parameter");
        return Messages(body) ?? Limit(body, dialect) ?? Sampling(body, dialect) ?? Format(body, dialect);
    }

    private static StubModelFault? Messages(JsonElement body)
    {
        if (!body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            return new(400, "Missing required parameter: 'messages'.", "messages", "missing_required_parameter");
        var roles = messages.EnumerateArray().Select(m => m.GetProperty("role").GetString()).ToList();
        return roles.Count == 0 || roles.Exists(r => r is not ("system" or "user"))
            ? new(400, "Invalid value: 'messages'.", "messages", "invalid_value")
            : null;
    }

    private static StubModelFault? Limit(JsonElement body, StubModelDialect dialect)
    {
        foreach (var field in (string[])["max_tokens", "max_completion_tokens"])
        {
            if (!body.TryGetProperty(field, out var limit))
                continue;
            if (!dialect.LimitFields.Contains(field))
            {
                return new(
                    400,
                    $"Unsupported parameter: '{field}' is not supported with this model. Use '{dialect.LimitFields[0]}' instead.",
                    field,
                    "unsupported_parameter"
                );
            }
            if (limit.GetInt32() < 1)
                return new(400, $"Invalid '{field}': integer below minimum value.", field, "integer_below_min_value");
        }
        return null;
    }

    private static StubModelFault? Sampling(JsonElement body, StubModelDialect dialect) =>
        dialect.Sampling ? null
        : body.TryGetProperty("temperature", out _)
            ? new(
                400,
                "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
                "temperature",
                "unsupported_value"
            )
        : body.TryGetProperty("seed", out _)
            ? new(
                400,
                "Unsupported parameter: 'seed' is not supported with this model.",
                "seed",
                "unsupported_parameter"
            )
        : null;

    private static StubModelFault? Format(JsonElement body, StubModelDialect dialect)
    {
        if (!body.TryGetProperty("response_format", out var format))
            return null;
        var type = format.GetProperty("type").GetString()!;
        if (!dialect.Formats.Contains(type))
            return new(
                400,
                $"'response_format.type' must be one of {string.Join(", ", dialect.Formats)}",
                "response_format"
            );
        if (
            type == "json_object"
            && !body.GetProperty("messages").GetRawText().Contains("JSON", StringComparison.OrdinalIgnoreCase)
        )
            return new(
                400,
                "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
                "messages"
            );
        if (type != "json_schema")
            return null;
        var schema = format.GetProperty("json_schema");
        return
            schema.GetProperty("strict").GetBoolean() && schema.GetProperty("schema").ValueKind == JsonValueKind.Object
            ? null
            : new(400, "Invalid schema for response_format", "response_format");
    }

    private static bool HasHeader(StubModelRequest request, KeyValuePair<string, string> wanted) =>
        request.Headers.TryGetValue(wanted.Key, out var value) && value == wanted.Value;
}
