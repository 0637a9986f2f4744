using Causum.Application.Ports;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.LlmValidate;

internal sealed record ValidateModel(TaskId Task, Workspace Workspace) : ITaskRequest
{
    public string TaskType => TaskTypes.LlmValidate;
}

internal sealed class ValidateModelHandler(ModelProbe probe)
    : IRequestHandler<ValidateModel, Either<TaskFailure, TaskResult>>
{
    public Task<Either<TaskFailure, TaskResult>> Handle(ValidateModel request, CancellationToken cancellationToken) =>
        request.Workspace.Model.BindAsync(model => probe.RunAsync(model, cancellationToken)).AsResultAsync();
}

/// <summary>The smallest call that shows a model answers; no data of the customer's in it.</summary>
internal sealed class ModelProbe(TimeProvider time)
{
    private static readonly ModelRequest Ping = new("Answer with the word OK.", "ping", None, MaxOutputTokens: 16);

    public async Task<Either<TaskFailure, TaskResult.ModelValidated>> RunAsync(
        ILanguageModel model,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        var reply = await model.AskAsync(Ping, cancellationToken);
        var latency = (long)time.GetElapsedTime(start).TotalMilliseconds;
        return reply.Map(_ => new TaskResult.ModelValidated(
            model.Model,
            latency,
            model.TokenLimit,
            model.TokenLimitSource
        ));
    }
}
