namespace Causum.Infrastructure.OpenAi;

/// <summary>
/// Which parts of the chat API a server takes. Starts from what is known of the model and is corrected by what the server refuses; what worked is remembered for
/// the next call. A dialect only shapes the request: answers are checked the same way under all of them.
/// </summary>
/// <param name="Limit">The field that bounds the answer.</param>
/// <param name="Structure">How the form of the answer is asked for.</param>
internal sealed record ChatDialect(LimitField Limit, StructuredOutput Structure, bool Temperature, bool Seed)
{
    /// <summary><c>max_tokens</c> first: the servers that know only <c>max_completion_tokens</c> say so, the others ignore it without a word.</summary>
    public static ChatDialect For(Option<KnownModel> model) =>
        model.Exists(m => m.Reasons)
            ? new(LimitField.MaxCompletionTokens, StructuredOutput.JsonSchema, Temperature: false, Seed: false)
            : new(LimitField.MaxTokens, StructuredOutput.JsonSchema, Temperature: true, Seed: true);

    /// <summary>The dialect to try after a refusal, or none if the refusal is not about the form of the request.</summary>
    /// <param name="structured">Whether the refused request asked for structured output.</param>
    public Option<ChatDialect> After(ServerError error, bool structured) =>
        error.Status is not (400 or 422 or 501) ? None
        : Limit == LimitField.MaxTokens && error.Mentions("max_tokens", "max_completion_tokens")
            ? this with
            {
                Limit = LimitField.MaxCompletionTokens,
            }
        : Limit == LimitField.MaxCompletionTokens && error.Mentions("max_completion_tokens")
            ? this with
            {
                Limit = LimitField.MaxTokens,
            }
        : Temperature && error.Mentions("temperature") ? this with { Temperature = false }
        : Seed && error.Mentions("seed") ? this with { Seed = false }
        // A server that names no cause is given the plainest request before it is given up.
        : structured && Structure != StructuredOutput.None ? this with { Structure = Structure + 1 }
        : None;
}

internal enum LimitField
{
    MaxTokens,
    MaxCompletionTokens,
}

/// <summary>In falling order of what the server holds the model to.</summary>
internal enum StructuredOutput
{
    JsonSchema,
    JsonObject,
    None,
}
