using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.DbSchemas;

internal sealed record ListSchemas(TaskId Task, Workspace Workspace) : ITaskRequest
{
    public string TaskType => TaskTypes.DbSchemas;
}

internal sealed class ListSchemasHandler : IRequestHandler<ListSchemas, Either<TaskFailure, TaskResult>>
{
    public Task<Either<TaskFailure, TaskResult>> Handle(ListSchemas request, CancellationToken cancellationToken) =>
        request.Workspace.Database.BindAsync(database => database.SchemasAsync(cancellationToken)).AsResultAsync();
}
