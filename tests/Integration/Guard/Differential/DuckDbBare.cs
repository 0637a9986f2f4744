using Causum.Domain.Sql;
using DuckDB.NET.Data;
using static DuckDB.NET.Native.NativeMethods;

namespace Causum.Integration.Guard.Differential;

/// <summary>A file opened for reading and writing, with access to all other files and with every setting open.</summary>
internal sealed class DuckDbBare : EmbeddedBare<DuckDBConnection>
{
    private DuckDbBare()
        : base(SqlDialect.Duckdb, "bare.duckdb", DuckDbFragments.Schema, Connect, DuckDbVocabulary.Read) { }

    public static Task<IBareDatabase> CreateAsync() => Task.FromResult<IBareDatabase>(new DuckDbBare());

    protected override IBareSession Session(DuckDBConnection connection) => new OpenSession(Files, connection);

    /// <summary>One thread, so that the work is done by the one that asks; a home of its own, so that nothing lands in the user's.</summary>
    private static DuckDBConnection Connect(string path)
    {
        var connection = new DuckDBConnection($"Data Source={path};threads=1;memory_limit=512MB");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SET home_directory = '{Path.GetDirectoryName(path)}'; SET autoinstall_known_extensions = false; SET preserve_insertion_order = true";
        command.ExecuteNonQuery();
        return connection;
    }

    private sealed class OpenSession(ForeignFiles files, DuckDBConnection connection) : IBareSession
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
            Task.FromResult(BareState.Of(EmbeddedSession.Look(connection, DuckDbFragments.Look).Concat(files.Look())));

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
