using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Application.Ports;

/// <summary>Opens the customer's language model.</summary>
public interface ILanguageModelConnector
{
    /// <summary>Builds the client; no network yet. Left: <c>configuration_error</c>, <c>auth_materialization_error</c> or <c>llm_error</c> with <c>policy_denied</c> when the resolved endpoint or model is not allowed.</summary>
    Either<TaskFailure, ILanguageModel> Open(LlmConfig config, IReadOnlyDictionary<string, Secret> secrets);
}

/// <summary>A chat model behind an OpenAI-compatible API. Its text is data to be checked, never an instruction. Expected failures are values; only cancellation throws.</summary>
public interface ILanguageModel : IDisposable
{
    string Model { get; }

    /// <summary>Context window in tokens: the config's, else the known model's, else the default.</summary>
    int TokenLimit { get; }

    TokenLimitSource TokenLimitSource { get; }

    /// <summary>Most tokens of one answer: the known model's, else the whole window. A wide window often allows only a short answer.</summary>
    int OutputLimit => TokenLimit;

    /// <summary>Tokens of a text by the model's tokenizer, or a safe upper estimate.</summary>
    int CountTokens(string text);

    /// <summary>One call, one answer; retries on 429 and 5xx inside the caller's deadline. Left: <c>llm_error</c> with its category.</summary>
    Task<Either<TaskFailure, ModelReply>> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}

/// <param name="System">Constant instructions.</param>
/// <param name="User">Data, delimited.</param>
/// <param name="Schema">The form of the answer, where structured output is wanted.</param>
/// <param name="MaxOutputTokens">Upper bound of the answer.</param>
public sealed record ModelRequest(string System, string User, Option<AnswerSchema> Schema, int MaxOutputTokens);

/// <summary>A JSON Schema for structured output.</summary>
public sealed record AnswerSchema(string Name, string JsonSchema);

public sealed record ModelReply(string Text, FinishReason Finish);

/// <summary>Why the model stopped.</summary>
public enum FinishReason
{
    Complete,

    /// <summary>Cut off at the token limit: half an answer is no answer.</summary>
    Length,
    Refused,
}
