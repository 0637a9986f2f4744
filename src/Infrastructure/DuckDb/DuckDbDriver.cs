using Causum.Domain.Config;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using DuckDB.NET.Data;

namespace Causum.Infrastructure.DuckDb;

/// <summary>Opens the file for each task and closes it after, since an open file locks out whoever writes it.</summary>
internal sealed class DuckDbDriver(DuckDbSettings settings, IReadOnlyList<string> dataDirs) : IAdoDriver
{
    public DatabaseType Type => DatabaseType.Duckdb;

    public bool TellsOrigin => false;

    public TimeSpan Grace => TimeSpan.Zero;

    public CatalogQueries Catalog => DuckDbCatalog.Queries;

    public PlaceholderForm Placeholders { get; } = new("$", Numbered: true);

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        DedicatedThread.RunAsync(() => work(cancellationToken));

    public Task<IAdoSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (LocalFile.Check(settings.Path, dataDirs).Case is TaskFailure refused)
            throw new DatabaseRefusedException(refused);
        var connection = new DuckDBConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            if (settings.Schema.Case is string schema)
                Use(connection, schema);
            return Task.FromResult<IAdoSession>(new DuckDbSession(connection, settings.Path));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public TaskFailure Explain(Exception exception) => DuckDbFailure.From(exception);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Use(DuckDBConnection connection, string schema)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"USE {SqlIdentifier.QuotePart(SqlDialect.Duckdb, schema)}";
        command.ExecuteNonQuery();
    }
}
