using System.Diagnostics;
using System.Globalization;
using Causum.Domain.Sql;
using Causum.Integration.Support;
using MySqlConnector;

namespace Causum.Integration.Guard.Differential;

/// <summary>
/// A session with all rights that takes several statements in one text. Autocommit is off so that the locks of a read can be seen, and everything is committed
/// before the look at the data.
/// </summary>
internal sealed class MariaDbBare : IBareDatabase
{
    internal const string Name = "bare";

    private static readonly string[] OwnBusiness =
    [
        "data/ib",
        "data/undo",
        "data/aria_log",
        "data/tc.log",
        "data/ddl",
        "data/performance",
    ];

    private readonly MariaDbServer server;
    private readonly ForeignFiles files;
    private readonly string database;
    private Dictionary<string, string> globals = new(StringComparer.Ordinal);
    private IReadOnlySet<string> knownFiles = new System.Collections.Generic.HashSet<string>();
    private MySqlConnection? witness;
    private string look = "";

    private MariaDbBare(MariaDbServer server)
    {
        this.server = server;
        database = server.ConnectionString("mysql");
        files = new ForeignFiles(server.Folder, OwnBusiness);
    }

    public SqlDialect Dialect => SqlDialect.Mariadb;

    public Vocabulary Vocabulary { get; private set; } = null!;

    public static async Task<MariaDbBare> CreateAsync(MariaDbServer server)
    {
        var bare = new MariaDbBare(server);
        Canary.PlantIn(server.Folder);
        await using (var maker = new MySqlConnection(bare.database))
        {
            await maker.OpenAsync();
            bare.Vocabulary = await MariaDbVocabulary.ReadAsync(maker, server.Folder);
            bare.globals = await MariaDbLook.GlobalsAsync(maker);
        }
        await bare.ResetAsync();
        bare.knownFiles = bare.files.Names();
        await using (var maker = await bare.ConnectAsync())
            bare.look = await MariaDbLook.QueryAsync(maker);
        return bare;
    }

    public async Task<IBareSession> OpenAsync()
    {
        var connection = await ConnectAsync();
        await ExecuteAsync(connection, "SET autocommit = 0, max_statement_time = 2, lock_wait_timeout = 2");
        return new Session(this, connection);
    }

    public async Task ResetAsync()
    {
        if (witness is not null)
            await witness.DisposeAsync();
        await using (var maker = new MySqlConnection(database))
        {
            await maker.OpenAsync();
            foreach (var (name, value) in await MariaDbLook.GlobalsAsync(maker))
            {
                if (globals[name] != value)
                    await TryAsync(maker, $"SET GLOBAL {name} = '{globals[name]}'");
            }
            await ExecuteAsync(maker, MariaDbFragments.Undo + $"DROP DATABASE IF EXISTS {Name}");
            if (knownFiles.Count > 0)
                files.Keep(knownFiles);
            await ExecuteAsync(maker, $"CREATE DATABASE {Name} CHARACTER SET utf8mb4; USE {Name}");
            await ExecuteAsync(maker, MariaDbFragments.Schema);
        }
        witness = await ConnectAsync();
        // A text that keeps a table locked must not keep the look from ending.
        await ExecuteAsync(witness, "SET lock_wait_timeout = 1, innodb_lock_wait_timeout = 1, max_statement_time = 5");
    }

    public async Task<bool> WaitsAsync(string text)
    {
        await using var session = await OpenAsync();
        var thread = ((Session)session).Thread;
        var run = session.RunAsync(text);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var waiting = await ScalarAsync(
            witness!,
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT count(*) FROM information_schema.processlist WHERE id = {thread} AND (state LIKE 'User %' OR state LIKE 'Waiting%')"
            )
        );
        await run;
        return waiting > 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (witness is not null)
            await witness.DisposeAsync();
    }

    private async Task<MySqlConnection> ConnectAsync()
    {
        var connection = new MySqlConnection(server.ConnectionString(Name));
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(MySqlConnection connection, string text)
    {
        await using var command = new MySqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task TryAsync(MySqlConnection connection, string text)
    {
        try
        {
            await ExecuteAsync(connection, text);
        }
        catch (MySqlException)
        {
            // A variable that cannot be set could not have been changed by a text either.
        }
    }

    private static async Task<long> ScalarAsync(MySqlConnection connection, string text)
    {
        await using var command = new MySqlCommand(text, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private sealed class Session(MariaDbBare database, MySqlConnection connection) : IBareSession
    {
        public int Thread => connection.ServerThread;

        public async Task<RunOutcome> RunAsync(string text)
        {
            var start = Stopwatch.GetTimestamp();
            var rows = 0L;
            string? error = null;
            var shows = false;
            try
            {
                await using var command = new MySqlCommand(text, connection) { CommandTimeout = 10 };
                await using var reader = await command.ExecuteReaderAsync();
                do
                {
                    for (; await reader.ReadAsync(); rows++)
                        shows |= Canary.IsIn(Cells(reader));
                } while (await reader.NextResultAsync());
            }
            catch (Exception e)
                when (e is MySqlException or InvalidOperationException or FormatException or InvalidCastException)
            {
                error = e.Message;
            }
            return new(rows, error, Stopwatch.GetElapsedTime(start), shows);
        }

        private static async Task<IReadOnlyList<(string, string)>> AnswersAsync(
            string name,
            MySqlConnection connection,
            string text
        )
        {
            try
            {
                return await MariaDbLook.ReadAsync(connection, text);
            }
            catch (Exception e) when (e is MySqlException or InvalidOperationException)
            {
                return [(name, e.Message)];
            }
        }

        private static object[] Cells(MySqlDataReader reader)
        {
            var cells = new object[reader.FieldCount];
            reader.GetValues(cells);
            return cells;
        }

        public async Task<BareState> LookAsync()
        {
            var entries = new List<(string, string)>();
            // Before the look from within: that one commits, and lets the locks go.
            entries.AddRange(await AnswersAsync("server/other session lives", database.witness!, MariaDbLook.Outside));
            entries.AddRange(await AnswersAsync("session/look", connection, database.look));
            return BareState.Of(entries.Concat(database.files.Look()));
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
