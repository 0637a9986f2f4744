using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Desensitization;

/// <summary>
/// A model as this code sees it: whatever it does wrong is a failure value. It is the one foreign part whose every fault has to end in masking, a bug of its
/// adapter among them, so exceptions stop here too.
/// </summary>
internal sealed class CheckedModel(ILanguageModel model, ILogger log)
{
    internal int TokenLimit => model.TokenLimit;

    internal int CountTokens(string text) => model.CountTokens(text);

    internal async Task<Either<TaskFailure, ModelReply>> AskAsync(
        Prompt prompt,
        Option<AnswerSchema> schema,
        int maxOutputTokens,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var request = new ModelRequest(prompt.System, prompt.User, schema, maxOutputTokens);
            return await model.AskAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception bug)
        {
            DesensitizationLog.ModelThrew(log, bug.GetType().Name);
            return TaskFailure.Llm(
                LlmFault.BadResponse,
                "The language model's client failed in a way it does not know.",
                "Look at the agent's log for this task."
            );
        }
    }
}
