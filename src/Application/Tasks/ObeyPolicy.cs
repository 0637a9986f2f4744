using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks;

/// <summary>Stops a task that the local policy does not allow before any handler sees it.</summary>
internal sealed class ObeyPolicy<TRequest>(LocalPolicy policy)
    : IPipelineBehavior<TRequest, Either<TaskFailure, TaskResult>>
    where TRequest : ITaskRequest
{
    public Task<Either<TaskFailure, TaskResult>> Handle(
        TRequest request,
        RequestHandlerDelegate<Either<TaskFailure, TaskResult>> next,
        CancellationToken cancellationToken
    ) =>
        policy.AllowsTask(request.TaskType)
            ? next()
            : Task.FromResult<Either<TaskFailure, TaskResult>>(
                TaskFailure.PolicyDenied($"tasks.allow does not list {request.TaskType}")
            );
}
