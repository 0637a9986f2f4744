using System.Security.Cryptography;
using Causum.Domain.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Causum.Integration.Guard.Differential;

/// <summary>A file opened for reading and writing, extension loading switched on, without an authorizer.</summary>
internal sealed class SqliteBare : IBareDatabase
{
    private const int StepsBetweenLooks = 10_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("causum-bare-");
    private readonly ForeignFiles files;
    private readonly byte[] template;
    private IReadOnlySet<string> knownFiles;

    private SqliteBare()
    {
        files = new ForeignFiles(folder.FullName, []);
        using (var maker = Connect())
        {
            using var command = maker.CreateCommand();
            command.CommandText = SqliteFragments.Schema;
            command.ExecuteNonQuery();
            Vocabulary = SqliteVocabulary.Read(maker, folder.FullName);
        }
        Canary.PlantIn(folder.FullName);
        template = File.ReadAllBytes(FilePath);
        knownFiles = files.Names();
    }

    public SqlDialect Dialect => SqlDialect.Sqlite;

    public Vocabulary Vocabulary { get; }

    internal string FilePath => Path.Combine(folder.FullName, "bare.db");

    public static Task<IBareDatabase> CreateAsync() => Task.FromResult<IBareDatabase>(new SqliteBare());

    public Task<IBareSession> OpenAsync() => Task.FromResult<IBareSession>(new Session(this, Connect()));

    public Task ResetAsync()
    {
        files.Keep(knownFiles);
        File.WriteAllBytes(FilePath, template);
        return Task.CompletedTask;
    }

    public Task<bool> WaitsAsync(string text)
    {
        using var connection = Connect();
        return Task.FromResult(EmbeddedClock.Sleeps(() => EmbeddedSession.Run(connection, text)));
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False;Default Timeout=1");
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

    private sealed class Session(SqliteBare database, SqliteConnection connection) : IBareSession
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
                    .. database.files.Look(),
                ])
            );

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
