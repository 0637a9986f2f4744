using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.DbTables;

internal sealed record ListTables(TaskId Task, Workspace Workspace, TaskPayload.DbTables Asked) : ITaskRequest
{
    public string TaskType => TaskTypes.DbTables;
}

internal sealed class ListTablesHandler : IRequestHandler<ListTables, Either<TaskFailure, TaskResult>>
{
    public Task<Either<TaskFailure, TaskResult>> Handle(ListTables request, CancellationToken cancellationToken)
    {
        var target =
            from schema in RequestedName.Schema(request.Asked.Schema)
            from database in request.Workspace.Database
            select (schema, database);
        return target.BindAsync(t => t.database.TablesAsync(t.schema, cancellationToken)).AsResultAsync();
    }
}
