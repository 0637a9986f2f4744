using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Secrets;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Application.Ports;

/// <summary>Opens databases of the types it names.</summary>
public interface IDatabaseConnector
{
    IReadOnlyList<DatabaseType> Types { get; }

    /// <summary>Builds the credentials and the pool; no network yet. Left: <c>configuration_error</c> or <c>auth_materialization_error</c>.</summary>
    /// <param name="config">Checked statically.</param>
    /// <param name="secrets">Values of the references of <see cref="DatabaseConfig.Secrets"/>, by the same keys.</param>
    Either<TaskFailure, IDatabase> Open(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets);
}

/// <summary>
/// One customer database behind a read-only session with time limits on the server. Expected failures are values, in the agent's own words; only cancellation
/// throws. Cancelling a call also stops the statement on the server.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    DatabaseType Type { get; }

    /// <summary>Whether columns carry their <see cref="ColumnOrigin"/>.</summary>
    bool TellsOrigin { get; }

    Task<Either<TaskFailure, TaskResult.DatabaseValidated>> ValidateAsync(CancellationToken cancellationToken);

    /// <summary>Sorted, without system schemas.</summary>
    Task<Either<TaskFailure, TaskResult.Schemas>> SchemasAsync(CancellationToken cancellationToken);

    /// <summary>Sorted by name. Without <paramref name="schema"/>: the config's, else the database's default.</summary>
    Task<Either<TaskFailure, TaskResult.Tables>> TablesAsync(
        Option<SqlIdentifier> schema,
        CancellationToken cancellationToken
    );

    /// <summary>In table order. A dot in <paramref name="table"/> splits schema and table.</summary>
    Task<Either<TaskFailure, TaskResult.Columns>> ColumnsAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        CancellationToken cancellationToken
    );

    /// <summary>The first rows of a table, streamed into <paramref name="sink"/>.</summary>
    Task<Either<TaskFailure, Unit>> SampleAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        int limit,
        IRowSink sink,
        CancellationToken cancellationToken
    );

    /// <summary>Runs one statement that the guard allowed, streamed into <paramref name="sink"/>. Parameters were matched with the text before.</summary>
    Task<Either<TaskFailure, Unit>> QueryAsync(
        ReadOnlySql query,
        IReadOnlyList<QueryParameter> parameters,
        IRowSink sink,
        CancellationToken cancellationToken
    );
}

/// <summary>Takes rows as the driver reads them. It decides when there is enough, so that limits and <c>truncated</c> are exact in one place.</summary>
public interface IRowSink
{
    /// <summary>Called once, before any row.</summary>
    void Begin(IReadOnlyList<ResultColumn> columns);

    /// <summary>One row, valid only during the call (the buffer is used again). False: enough, stop reading.</summary>
    bool Accept(ReadOnlySpan<CellValue> row);
}
