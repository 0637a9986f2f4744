using System.Security.Cryptography;
using Causum.Domain.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Causum.Integration.Guard.Differential;

/// <summary>A file opened for reading and writing, extension loading switched on, without an authorizer.</summary>
internal sealed class SqliteBare : EmbeddedBare<SqliteConnection>
{
    private const int StepsBetweenLooks = 10_000;

    private SqliteBare()
        : base(SqlDialect.Sqlite, "bare.db", SqliteFragments.Schema, Connect, SqliteVocabulary.Read) { }

    public static Task<IBareDatabase> CreateAsync() => Task.FromResult<IBareDatabase>(new SqliteBare());

    protected override IBareSession Session(SqliteConnection connection) => new OpenSession(this, connection);

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=1");
        connection.Open();
        connection.EnableExtensions();
        AddShellFunctions(connection);
        return connection;
    }

    /// <summary>The acting functions of SQLite's command-line shell, which a host program may have as well.</summary>
    private static void AddShellFunctions(SqliteConnection connection)
    {
        connection.CreateFunction("readfile", (string path) => File.ReadAllText(path));
        connection.CreateFunction(
            "usleep",
            (int microseconds) =>
            {
                Thread.Sleep(microseconds / 1_000);
                return microseconds;
            }
        );
        connection.CreateFunction(
            "writefile",
            (string path, string content) =>
            {
                File.WriteAllText(path, content);
                return content.Length;
            }
        );
        connection.CreateFunction(
            "eval",
            (string text) =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = text;
                return command.ExecuteNonQuery();
            }
        );
    }

    private sealed class OpenSession(SqliteBare database, SqliteConnection connection) : IBareSession
    {
        public Task<RunOutcome> RunAsync(string text)
        {
            var end = DateTime.UtcNow + EmbeddedSession.TimeLimit;
            raw.sqlite3_progress_handler(
                connection.Handle!,
                StepsBetweenLooks,
                _ => DateTime.UtcNow > end ? 1 : 0,
                null
            );
            var outcome = EmbeddedSession.Run(connection, text);
            raw.sqlite3_progress_handler(connection.Handle!, 0, null, null);
            return Task.FromResult(outcome);
        }

        public Task<BareState> LookAsync() =>
            Task.FromResult(
                BareState.Of([
                    ("session/transaction", raw.sqlite3_get_autocommit(connection.Handle!) == 0 ? "open" : "none"),
                    .. EmbeddedSession.Look(connection, SqliteFragments.Look),
                    ("data/file", Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(database.FilePath)))),
                    .. database.Files.Look(),
                ])
            );

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
