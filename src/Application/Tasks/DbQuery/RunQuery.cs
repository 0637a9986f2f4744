using Causum.Application.Tasks.Rows;
using Causum.Domain.Config;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.DbQuery;

internal sealed record RunQuery(TaskId Task, Workspace Workspace, TaskPayload.DbQuery Asked) : ITaskRequest
{
    public string TaskType => TaskTypes.DbQuery;
}

internal sealed class RunQueryHandler(RowRelease release) : IRequestHandler<RunQuery, Either<TaskFailure, TaskResult>>
{
    public Task<Either<TaskFailure, TaskResult>> Handle(RunQuery request, CancellationToken cancellationToken)
    {
        var asked = request.Asked;
        var plan =
            from config in request.Workspace.Config.Database.ToEither(() => TaskFailure.ConfigMissing("database"))
            from query in QueryCheck.Allow(config.Type.Dialect(), asked.Query)
            from _ in QueryCheck.ParametersFit(query, asked.Parameters)
            from database in request.Workspace.Database
            select (query, database);
        return plan.BindAsync(p =>
            release.RunAsync(
                new RowReading(
                    request.Workspace,
                    asked.MaxRows,
                    asked.Format,
                    asked.Context,
                    TableName: None,
                    QueryText: asked.Query,
                    sink => p.database.QueryAsync(p.query, asked.Parameters, sink, cancellationToken)
                ),
                cancellationToken
            )
        );
    }
}
