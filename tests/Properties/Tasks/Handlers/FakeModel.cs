using Causum.Application.Ports;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

/// <summary>A model that answers what the test says, to every question.</summary>
internal sealed class FakeModel(Either<TaskFailure, ModelReply> answer) : ILanguageModel
{
    public static FakeModel Answering(string text) => new(new ModelReply(text, FinishReason.Complete));

    public static FakeModel Failing() =>
        new(TaskFailure.Llm(LlmFault.Unavailable, "The model did not answer.", "Look at the server."));

    public List<ModelRequest> Asked { get; } = [];

    public string Model => "fake-model";

    public int TokenLimit => 8000;

    public TokenLimitSource TokenLimitSource => TokenLimitSource.Config;

    public int CountTokens(string text) => text.Length;

    public Task<Either<TaskFailure, ModelReply>> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return Task.FromResult(answer);
    }

    public void Dispose() { }
}
