using Causum.Application.Tasks.Rows;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.DbSample;

internal sealed record SampleTable(TaskId Task, Workspace Workspace, TaskPayload.DbSample Asked) : ITaskRequest
{
    public string TaskType => TaskTypes.DbSample;
}

internal sealed class SampleTableHandler(RowRelease release, LocalPolicy policy)
    : IRequestHandler<SampleTable, Either<TaskFailure, TaskResult>>
{
    public Task<Either<TaskFailure, TaskResult>> Handle(SampleTable request, CancellationToken cancellationToken)
    {
        var asked = request.Asked;
        var limit = policy.Tighten(asked.Limit);
        var target =
            from schema in RequestedName.Schema(asked.Schema)
            from table in RequestedName.Table(asked.Table)
            from database in request.Workspace.Database
            select (schema, table, database);
        return target.BindAsync(t =>
            release.RunAsync(
                new RowReading(
                    request.Workspace,
                    limit,
                    ResultFormat.Rows,
                    asked.Context,
                    TableName: t.table.Parts[^1],
                    QueryText: None,
                    // One row more than wanted, so that truncated can be told.
                    sink => t.database.SampleAsync(t.schema, t.table, limit + 1, sink, cancellationToken)
                ),
                cancellationToken
            )
        );
    }
}
