using System.Buffers;

namespace Causum.Domain.Desensitization;

/// <summary>Recognizes data that speaks to a model: phrases of prompt injection, chat markup, our own answer keys. Then no model clears a field of the table.</summary>
public static class InstructionText
{
    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        [
            "ignore previous", "ignore all", "ignore the", "ignore any", "ignore these", "ignore your", "disregard previous", "disregard all",
            "disregard the", "disregard any", "disregard your", "forget previous", "forget all", "forget everything", "forget your",
            "previous instruction", "above instruction", "prior instruction", "new instruction", "following instruction", "system prompt",
            "system message", "you are now", "you are a ", "you are an ai", "you must ", "act as ", "pretend ", "as an ai", "language model",
            "jailbreak", "mark as", "mark this", "mark all", "mark every", "classify as", "classify this", "classify all", "classify every",
            "is safe", "are safe", "as safe", "not sensitive", "non-sensitive", "do not mask", "don't mask", "never mask", "unmask",
            "without masking", "entity_id", "\"verdict\"", "\"fields\"", "verdict:", "<|", "|>", "[inst]", "[/inst]", "### ", "assistant:",
            "<system", "</data", "respond with", "reply with", "answer with", "output only", "return json", "this column", "these columns",
            "all columns", "every column", "this field", "all fields", "canary",
            "ignoriere", "vergiss alle", "ignorez", "ignore les", "ignora ", "ignorar ", "olvida ", "dimentica ", "zignoruj", "negeer ",
            "игнорируй", "забудь", "忽略", "無視して", "무시하", "تجاهل",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static bool IsIn(string text) => PromptText.Clean(text).AsSpan().ContainsAny(Phrases);
}
