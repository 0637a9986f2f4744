using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.DbValidate;

internal sealed record ValidateDatabase(TaskId Task, Workspace Workspace) : ITaskRequest
{
    public string TaskType => TaskTypes.DbValidate;
}

internal sealed class ValidateDatabaseHandler : IRequestHandler<ValidateDatabase, Either<TaskFailure, TaskResult>>
{
    public Task<Either<TaskFailure, TaskResult>> Handle(
        ValidateDatabase request,
        CancellationToken cancellationToken
    ) => request.Workspace.Database.BindAsync(database => database.ValidateAsync(cancellationToken)).AsResultAsync();
}
