using System.Text;
using System.Text.Json;
using Causum.Application.Ports;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.OpenAi;

/// <summary>
/// Reads a chat completion of any dialect. Lenient in what it does not need (ids, usage, roles), strict in what it does: one choice, its text, and a known reason to stop.
/// </summary>
internal static class ChatAnswer
{
    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";

    public static Either<TaskFailure, ModelReply> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return LlmFailures.BadResponse("not JSON");
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair is JSON by grammar and no text.
            return LlmFailures.BadResponse("text that is not Unicode");
        }
    }

    private static Either<TaskFailure, ModelReply> Read(JsonElement root)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("choices", out var choices)
            || choices.ValueKind != JsonValueKind.Array
            || choices.GetArrayLength() == 0
        )
            return LlmFailures.BadResponse("no choices");
        var choice = choices[0];
        if (
            choice.ValueKind != JsonValueKind.Object
            || !choice.TryGetProperty("message", out var message)
            || message.ValueKind != JsonValueKind.Object
        )
            return LlmFailures.BadResponse("no message");
        if (Text(message, "refusal").Length > 0)
            return new ModelReply("", FinishReason.Refused);
        var text = WithoutThoughts(Content(message));
        return Finish(Text(choice, "finish_reason"))
            .Match(
                Some: finish =>
                    finish == FinishReason.Complete && string.IsNullOrWhiteSpace(text)
                        ? LlmFailures.BadResponse("an empty text")
                        : Right<TaskFailure, ModelReply>(new ModelReply(text, finish)),
                None: () => LlmFailures.BadResponse("no known finish_reason")
            );
    }

    /// <summary>A reason that is not known, or none at all, could hide a text that was cut off.</summary>
    private static Option<FinishReason> Finish(string reason) =>
        reason switch
        {
            "stop" or "eos" or "eos_token" or "stop_sequence" or "end_turn" => FinishReason.Complete,
            "length" or "max_tokens" or "model_length" => FinishReason.Length,
            "content_filter" or "refusal" or "safety" => FinishReason.Refused,
            _ => None,
        };

    /// <summary>The text, or the text parts of a list of parts.</summary>
    private static string Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array)
            return Text(message, "content");
        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray())
        {
            if (part.ValueKind == JsonValueKind.Object)
                text.Append(Text(part, "text"));
        }
        return text.ToString();
    }

    /// <summary>Reasoning models on plain servers put their thoughts in front of the answer.</summary>
    private static string WithoutThoughts(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith(ThoughtStart, StringComparison.Ordinal))
            return text;
        var end = text.IndexOf(ThoughtEnd, StringComparison.Ordinal);
        return end < 0 ? "" : text[(end + ThoughtEnd.Length)..].TrimStart();
    }

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : "";
}
