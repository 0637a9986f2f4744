using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks;

/// <summary>What every request carries, so that behaviours can watch and decide without knowing the task.</summary>
internal interface ITaskRequest : IRequest<Either<TaskFailure, TaskResult>>
{
    TaskId Task { get; }

    Workspace Workspace { get; }

    /// <summary>The wire name of the task type.</summary>
    string TaskType { get; }
}
