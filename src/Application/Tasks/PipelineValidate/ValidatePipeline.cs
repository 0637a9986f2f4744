using Causum.Application.Tasks.LlmValidate;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.PipelineValidate;

internal sealed record ValidatePipeline(TaskId Task, Workspace Workspace) : ITaskRequest
{
    public string TaskType => TaskTypes.PipelineValidate;
}

/// <summary>Looks at every part at once; a part that fails is told inside a success.</summary>
internal sealed class ValidatePipelineHandler(ModelProbe probe, LocalPolicy policy, TimeProvider time)
    : IRequestHandler<ValidatePipeline, Either<TaskFailure, TaskResult>>
{
    public async Task<Either<TaskFailure, TaskResult>> Handle(
        ValidatePipeline request,
        CancellationToken cancellationToken
    )
    {
        var workspace = request.Workspace;
        var database = CheckAsync(workspace.Database, d => d.ValidateAsync(cancellationToken));
        var model = CheckAsync(workspace.Model, m => probe.RunAsync(m, cancellationToken));
        await Task.WhenAll(database, model);
        return new TaskResult.PipelineValidated(
            await database,
            workspace.Config.Llm.IsSome ? Some(await model) : None,
            policy.Tighten(workspace.Mode)
        );
    }

    private async Task<PartCheck> CheckAsync<TPart, TFound>(
        Either<TaskFailure, TPart> part,
        Func<TPart, Task<Either<TaskFailure, TFound>>> look
    )
    {
        var start = time.GetTimestamp();
        var outcome = await part.BindAsync(look);
        var latency = (long)time.GetElapsedTime(start).TotalMilliseconds;
        return new PartCheck(latency, outcome.Match(Right: _ => None, Left: Some));
    }
}
