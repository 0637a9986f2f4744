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

    public SqliteSession(SqliteConnection connection, CancellationToken cancellationToken)
    {
        this.connection = connection;
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
        using var row = command.ExecuteReader();
        row.Read();
        return Task.FromResult(new ServerFacts($"SQLite {row.GetString(0)}", row.GetInt64(1) == 1, []));
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
