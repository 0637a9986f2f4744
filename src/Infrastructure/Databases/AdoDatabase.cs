using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Databases;

/// <summary>One database behind an ADO.NET driver: opens sessions, keeps the time limit, and turns what the driver throws into failures.</summary>
internal sealed class AdoDatabase(
    IAdoDriver driver,
    Option<string> configSchema,
    DatabaseOptions options,
    TimeProvider clock,
    ILogger<AdoDatabase> logger
) : IDatabase
{
    /// <summary>A server that restarts, or a pooled connection that died, is no reason to fail a task.</summary>
    private static readonly TimeSpan[] ReconnectAfter =
    [
        TimeSpan.Zero,
        TimeSpan.FromMilliseconds(300),
        TimeSpan.FromSeconds(1),
    ];

    private readonly RoutineCheck routines = new(clock);

    public DatabaseType Type => driver.Type;

    public bool TellsOrigin => driver.TellsOrigin;

    public Task<Either<TaskFailure, TaskResult.DatabaseValidated>> ValidateAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        return InSessionAsync<TaskResult.DatabaseValidated>(
            async (session, token) =>
            {
                var facts = await session.LookAsync(token);
                var latency = (long)clock.GetElapsedTime(started).TotalMilliseconds;
                return new TaskResult.DatabaseValidated(Type, facts.Version, facts.ReadOnly, latency, facts.Warnings);
            },
            cancellationToken
        );
    }

    public Task<Either<TaskFailure, TaskResult.Schemas>> SchemasAsync(CancellationToken cancellationToken) =>
        InSessionAsync((session, token) => In(session).SchemasAsync(token), cancellationToken);

    public Task<Either<TaskFailure, TaskResult.Tables>> TablesAsync(
        Option<SqlIdentifier> schema,
        CancellationToken cancellationToken
    ) => InSessionAsync((session, token) => In(session).TablesAsync(schema, token), cancellationToken);

    public Task<Either<TaskFailure, TaskResult.Columns>> ColumnsAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        CancellationToken cancellationToken
    ) => InSessionAsync((session, token) => In(session).ColumnsAsync(schema, table, token), cancellationToken);

    public Task<Either<TaskFailure, Unit>> SampleAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        int limit,
        IRowSink sink,
        CancellationToken cancellationToken
    ) =>
        InSessionAsync<Unit>(
            async (session, token) =>
            {
                var place = await In(session).FindAsync(schema, table, token);
                if (place.Case is TaskFailure failure)
                    return failure;
                var found = (TablePlace)place.Case;
                await session.ReadAsync(new Statement(driver.Catalog.Sample(found, limit), []), sink, token);
                return unit;
            },
            cancellationToken
        );

    public Task<Either<TaskFailure, Unit>> QueryAsync(
        ReadOnlySql query,
        IReadOnlyList<QueryParameter> parameters,
        IRowSink sink,
        CancellationToken cancellationToken
    ) =>
        Statement
            .Of(query, parameters, driver.Placeholders)
            .MatchAsync<Either<TaskFailure, Unit>>(
                RightAsync: statement =>
                    InSessionAsync<Unit>(
                        async (session, token) =>
                        {
                            if (
                                session is IRoutineLookup lookup
                                && (await routines.RefuseAsync(query, lookup, token)).Case is SqlRefusal refusal
                            )
                                return refusal.ToFailure();
                            await session.ReadAsync(statement, sink, token);
                            return unit;
                        },
                        cancellationToken
                    ),
                Left: failure => failure
            );

    public ValueTask DisposeAsync()
    {
        routines.Dispose();
        return driver.DisposeAsync();
    }

    private Introspection In(IAdoSession session) => new(driver, session, configSchema);

    private async Task<Either<TaskFailure, T>> InSessionAsync<T>(
        Func<IAdoSession, CancellationToken, Task<Either<TaskFailure, T>>> work,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(options.StatementTimeout + driver.Grace, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await driver.RunAsync(
                async token =>
                {
                    await using var session = await OpenAsync(token);
                    return await work(session, token);
                },
                either.Token
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DatabaseFailures.Of(DatabaseFault.Timeout);
        }
        catch (Exception e) when (DatabaseFailures.IsExpected(e))
        {
            // A driver may answer a cancel with its own exception.
            cancellationToken.ThrowIfCancellationRequested();
            var failure = deadline.IsCancellationRequested
                ? DatabaseFailures.Of(DatabaseFault.Timeout)
                : driver.Explain(e);
            var (category, code, kind) = (failure.Category.IfNone(""), failure.VendorCode.IfNone(""), e.GetType().Name);
            DatabaseLog.Failed(logger, Type, category, code, kind);
            return failure;
        }
    }

    private async Task<IAdoSession> OpenAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await driver.OpenAsync(cancellationToken);
            }
            catch (Exception e)
                when (attempt < ReconnectAfter.Length
                    && !cancellationToken.IsCancellationRequested
                    && DatabaseFailures.IsExpected(e)
                    && DatabaseFailures.IsNetwork(driver.Explain(e))
                )
            {
                await Task.Delay(ReconnectAfter[attempt], clock, cancellationToken);
            }
        }
    }
}
