using Causum.Domain.Config;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.DbColumns;

internal sealed record DescribeTable(TaskId Task, Workspace Workspace, TaskPayload.DbColumns Asked) : ITaskRequest
{
    public string TaskType => TaskTypes.DbColumns;
}

internal sealed class DescribeTableHandler : IRequestHandler<DescribeTable, Either<TaskFailure, TaskResult>>
{
    public async Task<Either<TaskFailure, TaskResult>> Handle(
        DescribeTable request,
        CancellationToken cancellationToken
    )
    {
        var target =
            from schema in RequestedName.Schema(request.Asked.Schema)
            from table in RequestedName.Table(request.Asked.Table)
            from database in request.Workspace.Database
            select (schema, table, database);
        var columns = await target.BindAsync(t => t.database.ColumnsAsync(t.schema, t.table, cancellationToken));
        return columns.Map(
            TaskResult (found) => request.Workspace.Mode.Desensitizes() ? DefaultExpressions.Mask(found) : found
        );
    }
}
