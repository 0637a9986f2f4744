using Causum.Domain.Config;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Causum.Infrastructure.Sqlite;

/// <summary>Opens the file for each task: that costs less than a millisecond, and a file that was replaced is seen.</summary>
internal sealed class SqliteDriver(string path, IReadOnlyList<string> dataDirs) : IAdoDriver
{
    public DatabaseType Type => DatabaseType.Sqlite;

    public bool TellsOrigin => true;

    public TimeSpan Grace => TimeSpan.Zero;

    public CatalogQueries Catalog => SqliteCatalog.Queries;

    public PlaceholderForm Placeholders { get; } = new("$p", Numbered: true);

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        DedicatedThread.RunAsync(() => work(cancellationToken));

    public Task<IAdoSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (LocalFile.Check(path, dataDirs).Case is TaskFailure refused)
            throw new DatabaseRefusedException(refused);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Cache = SqliteCacheMode.Private,
                Pooling = false,
                DefaultTimeout = 10,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            Restrict(connection);
            return Task.FromResult<IAdoSession>(new SqliteSession(connection, path, cancellationToken));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public TaskFailure Explain(Exception exception) => SqliteFailure.From(exception);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The second line: whatever text comes here, it cannot write, open another file, load code or change a setting.</summary>
    private static void Restrict(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1;";
        command.ExecuteNonQuery();
        raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_DEFENSIVE, 1, out _);
        raw.sqlite3_set_authorizer(connection.Handle!, SqliteAuthorizer.Decide, null);
    }
}
