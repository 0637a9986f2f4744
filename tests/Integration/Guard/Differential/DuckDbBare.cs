using Causum.Domain.Sql;
using DuckDB.NET.Data;
using static DuckDB.NET.Native.NativeMethods;

namespace Causum.Integration.Guard.Differential;

/// <summary>A file opened for reading and writing, with access to all other files and with every setting open.</summary>
internal sealed class DuckDbBare : IBareDatabase
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("causum-bare-");
    private readonly ForeignFiles files;
    private readonly byte[] template;
    private readonly IReadOnlySet<string> knownFiles;

    private DuckDbBare()
    {
        files = new ForeignFiles(folder.FullName, []);
        using (var maker = Connect())
        {
            using var command = maker.CreateCommand();
            command.CommandText = DuckDbFragments.Schema;
            command.ExecuteNonQuery();
            Vocabulary = DuckDbVocabulary.Read(maker, folder.FullName);
        }
        Canary.PlantIn(folder.FullName);
        template = File.ReadAllBytes(FilePath);
        knownFiles = files.Names();
    }

    public SqlDialect Dialect => SqlDialect.Duckdb;

    public Vocabulary Vocabulary { get; }

    internal string FilePath => Path.Combine(folder.FullName, "bare.duckdb");

    public static Task<IBareDatabase> CreateAsync() => Task.FromResult<IBareDatabase>(new DuckDbBare());

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

    /// <summary>One thread, so that the work is done by the one that asks; a home of its own, so that nothing lands in the user's.</summary>
    private DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection($"Data Source={FilePath};threads=1;memory_limit=512MB");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SET home_directory = '{folder.FullName}'; SET autoinstall_known_extensions = false; SET preserve_insertion_order = true";
        command.ExecuteNonQuery();
        return connection;
    }

    private sealed class Session(DuckDbBare database, DuckDBConnection connection) : IBareSession
    {
        public Task<RunOutcome> RunAsync(string text)
        {
            var native = connection.NativeConnection;
            using var limit = new Timer(
                _ => Startup.DuckDBInterrupt(native),
                null,
                EmbeddedSession.TimeLimit,
                TimeSpan.FromMilliseconds(100)
            );
            return Task.FromResult(EmbeddedSession.Run(connection, text));
        }

        public Task<BareState> LookAsync() =>
            Task.FromResult(
                BareState.Of(EmbeddedSession.Look(connection, DuckDbFragments.Look).Concat(database.files.Look()))
            );

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
