using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Causum.Benchmarks.Harness;

/// <summary>An SQLite file that lives as long as its measurement.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("causum-bench-db-").FullName;

    public string File => Path.Combine(folder, "bench.sqlite");

    /// <summary>As it stands in a config.</summary>
    public JsonObject Section =>
        new()
        {
            ["enabled"] = true,
            ["type"] = "sqlite",
            ["auth_type"] = "local_file",
            ["path"] = File,
        };

    public string ConnectionString =>
        new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString;

    public static TemporaryDatabase Sqlite(params string[] statements)
    {
        var database = new TemporaryDatabase();
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        foreach (var statement in (string[])["PRAGMA user_version = 1", .. statements])
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
        return database;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
