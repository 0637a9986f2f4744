using Causum.Application.Ports;
using Causum.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Causum.Infrastructure.Sqlite;

internal sealed class SqliteSession : IAdoSession
{
    /// <summary>Steps of the engine's virtual machine between two looks at the token: far below a millisecond.</summary>
    private const int StepsBetweenLooks = 10_000;

    private readonly SqliteConnection connection;

    private readonly string path;

    public SqliteSession(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        this.connection = connection;
        this.path = path;
        raw.sqlite3_progress_handler(
            connection.Handle!,
            StepsBetweenLooks,
            _ => cancellationToken.IsCancellationRequested ? 1 : 0,
            null
        );
    }

    public Task<ServerFacts> LookAsync(CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT sqlite_version(), (SELECT query_only FROM pragma_query_only), (SELECT count(*) FROM sqlite_schema)";
        raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_DEFENSIVE, -1, out var defensive);
        raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, out var trusted);
        var isClosed = raw.sqlite3_db_readonly(connection.Handle!, "main") == 1 && defensive == 1 && trusted == 0;
        using var row = command.ExecuteReader();
        row.Read();
        return Task.FromResult(
            new ServerFacts($"SQLite {row.GetString(0)}", isClosed && row.GetInt64(1) == 1, LocalFile.Warnings(path))
        );
    }

    public async Task ReadAsync(Statement statement, IRowSink sink, CancellationToken cancellationToken)
    {
        SqliteSingleRead.Require(connection.Handle!, statement.Text);
        await using var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        for (var i = 0; i < statement.Values.Count; i++)
            command.Parameters.Add(SqliteCells.Parameter($"$p{i + 1}", statement.Values[i]));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = SqliteColumns.Of(reader);
        CellReader[] cells = [.. Enumerable.Repeat<CellReader>(SqliteCells.Read, columns.Length)];
        await RowPump.CopyAsync(reader, columns, cells, sink, cancellationToken, cancellationToken);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
