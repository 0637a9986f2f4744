using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Application.Tasks.DbQuery;
using Causum.Application.Tasks.Rows;
using Causum.Domain.Config;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Host.Preview;

/// <summary>Rows of the configured database, under the same guard and the same read-only session as a task's.</summary>
internal sealed class DatabaseTable(Workspace workspace, int limit, long maxBytes)
{
    public Task<Either<TaskFailure, PreviewTable>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var plan =
            from config in workspace.Config.Database.ToEither(() => TaskFailure.ConfigMissing("database"))
            from query in QueryCheck.Allow(config.Type.Dialect(), sql)
            from _ in QueryCheck.ParametersFit(query, [])
            from database in workspace.Database
            select (query, database);
        return plan.BindAsync(p =>
            ReadAsync("query", None, sql, sink => p.database.QueryAsync(p.query, [], sink, cancellationToken))
        );
    }

    public Task<Either<TaskFailure, PreviewTable>> SampleAsync(string table, CancellationToken cancellationToken)
    {
        var plan =
            from name in SqlIdentifier.Create(table).ToEither(() => TaskFailure.InvalidIdentifier("table"))
            from database in workspace.Database
            select (name, database);
        return plan.BindAsync(p =>
            ReadAsync(
                table,
                p.name.Parts[^1],
                None,
                sink => p.database.SampleAsync(None, p.name, limit + 1, sink, cancellationToken)
            )
        );
    }

    private async Task<Either<TaskFailure, PreviewTable>> ReadAsync(
        string title,
        Option<string> table,
        Option<string> sql,
        Func<IRowSink, Task<Either<TaskFailure, Unit>>> read
    )
    {
        var sink = new RowSetSink(limit, maxBytes);
        var outcome = await read(sink);
        return outcome.Map(_ => new PreviewTable(title, sink.Finish(), [], table, sql));
    }
}
