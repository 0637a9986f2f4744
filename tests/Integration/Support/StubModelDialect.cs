namespace Causum.Integration.Support;

/// <summary>How one kind of server differs from the next: where it listens, what it takes and how it words a refusal. The wordings follow what those servers really print.</summary>
/// <param name="Path">Of chat completions.</param>
/// <param name="Query">The exact query string, empty for none.</param>
/// <param name="LimitFields">Fields that may bound the answer; others are refused.</param>
/// <param name="Formats">Values of <c>response_format.type</c> that are taken.</param>
/// <param name="Sampling">Whether <c>temperature</c> other than the default, and <c>seed</c>, are taken.</param>
/// <param name="WrapError">From status, message, param and code to an error body.</param>
internal sealed record StubModelDialect(
    string Path,
    string Query,
    IReadOnlyList<string> LimitFields,
    IReadOnlyList<string> Formats,
    bool Sampling,
    Func<StubModelFault, string> WrapError
)
{
    private static readonly string[] AllFormats = ["text", "json_object", "json_schema"];

    public static StubModelDialect OpenAi { get; } =
        new("/v1/chat/completions", "", ["max_tokens", "max_completion_tokens"], AllFormats, true, OpenAiError);

    /// <summary>Reasoning models: the new limit field only, no sampling.</summary>
    public static StubModelDialect OpenAiReasoning { get; } =
        OpenAi with
        {
            LimitFields = ["max_completion_tokens"],
            Sampling = false,
        };

    /// <summary>An older server that has heard of <c>max_tokens</c> alone and refuses what it does not know, as FastAPI words it.</summary>
    public static StubModelDialect OldVllm { get; } =
        OpenAi with
        {
            LimitFields = ["max_tokens"],
            Formats = ["text", "json_object"],
            WrapError = f =>
                Json(
                    new
                    {
                        @object = "error",
                        message = f.Message,
                        type = "BadRequestError",
                        param = (string?)null,
                        code = f.Status,
                    }
                ),
        };

    /// <summary>No structured output at all; the error is a plain string.</summary>
    public static StubModelDialect OldOllama { get; } =
        OpenAi with
        {
            LimitFields = ["max_tokens"],
            Formats = ["text"],
            WrapError = f => Json(new { error = f.Message }),
        };

    /// <summary>Structured output by schema or not at all.</summary>
    public static StubModelDialect LmStudio { get; } =
        OpenAi with
        {
            Formats = ["text", "json_schema"],
            WrapError = f => Json(new { error = f.Message }),
        };

    public static StubModelDialect Azure(string deployment, string apiVersion) =>
        OpenAi with
        {
            Path = $"/openai/deployments/{deployment}/chat/completions",
            Query = $"?api-version={apiVersion}",
        };

    private static string OpenAiError(StubModelFault fault) =>
        Json(
            new
            {
                error = new
                {
                    message = fault.Message,
                    type = "invalid_request_error",
                    param = fault.Param,
                    code = fault.Code,
                },
            }
        );

    private static string Json<T>(T body) => System.Text.Json.JsonSerializer.Serialize(body);
}

internal sealed record StubModelFault(int Status, string Message, string? Param = null, string? Code = null);
