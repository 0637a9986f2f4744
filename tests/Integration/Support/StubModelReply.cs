using System.Text.Json;

namespace Causum.Integration.Support;

/// <summary>What the stub does with one request that passed its checks.</summary>
internal abstract record StubModelReply
{
    private StubModelReply() { }

    /// <summary>A full answer with this body.</summary>
    public sealed record Body(int Status, string Content) : StubModelReply
    {
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    }

    /// <summary>The body one byte at a time with a pause between; it would take far longer than any deadline.</summary>
    public sealed record Drip(string Content, TimeSpan Pause) : StubModelReply;

    /// <summary>Takes the request and says nothing until the client goes away.</summary>
    public sealed record Hang : StubModelReply;

    /// <summary>Takes the request and answers when the task has ended.</summary>
    public sealed record Held(Task Until, StubModelReply Then) : StubModelReply;

    /// <summary>Promises the whole body, sends half, and cuts the connection.</summary>
    public sealed record Cut(string Content) : StubModelReply;

    /// <summary>Cuts the connection without a word.</summary>
    public sealed record Reset : StubModelReply;

    public static StubModelReply Text(string content, string finish = "stop") =>
        new Body(200, Completion(content, finish));

    public static StubModelReply Refusal(string sentence) =>
        new Body(
            200,
            JsonSerializer.Serialize(
                new
                {
                    choices = new[]
                    {
                        new
                        {
                            index = 0,
                            finish_reason = "stop",
                            message = new
                            {
                                role = "assistant",
                                content = (string?)null,
                                refusal = sentence,
                            },
                        },
                    },
                }
            )
        );

    public static StubModelReply RateLimited(string? retryAfter) =>
        new Body(
            429,
            """{"error":{"message":"Rate limit reached for requests","type":"requests","param":null,"code":"rate_limit_exceeded"}}"""
        )
        {
            Headers = retryAfter is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        };

    public static StubModelReply ServerError(int status = 500) => new Body(status, """{"error":{"message":"boom"}}""");

    public static StubModelReply ContextExceeded() =>
        new Body(
            400,
            """{"error":{"message":"This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}"""
        );

    public static string Completion(string content, string finish = "stop") =>
        JsonSerializer.Serialize(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1,
                model = "stub",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = finish,
                        logprobs = (object?)null,
                        message = new
                        {
                            role = "assistant",
                            content,
                            refusal = (string?)null,
                        },
                    },
                },
                usage = new
                {
                    prompt_tokens = 1,
                    completion_tokens = 1,
                    total_tokens = 2,
                },
            }
        );
}
