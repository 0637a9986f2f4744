using System.Globalization;
using Causum.Domain.Sql;
using Causum.Integration.Support;

namespace Causum.Integration.Guard.Differential;

/// <summary>A superuser's session over the simple query protocol, with a second session beside it that hears notifications and can be killed.</summary>
internal sealed class PostgresBare : IBareDatabase
{
    internal const string Login = "bare_login";
    private const string Template = "bare_template";
    internal const string Name = "bare";

    private static readonly string[] OwnBusiness =
    [
        "data/base",
        "data/global",
        "data/pg_wal",
        "data/pg_stat",
        "data/pg_xact",
        "data/pg_subtrans",
        "data/pg_multixact",
        "data/pg_logical/",
        "data/pg_notify",
        "data/pg_serial",
        "data/pg_commit_ts",
        "data/postmaster.",
    ];

    private readonly PostgresServer server;
    private readonly ForeignFiles files;
    private IReadOnlySet<string> knownFiles = new System.Collections.Generic.HashSet<string>();
    private PostgresWire? witness;
    private string look = "";
    private string load = "";

    private PostgresBare(PostgresServer server)
    {
        this.server = server;
        files = new ForeignFiles(server.Folder, OwnBusiness);
    }

    public SqlDialect Dialect => SqlDialect.Postgresql;

    public Vocabulary Vocabulary { get; private set; } = null!;

    public static async Task<PostgresBare> CreateAsync(PostgresServer server)
    {
        var bare = new PostgresBare(server);
        Canary.PlantIn(server.Folder);
        await server.ExecuteAsync(
            "postgres",
            $"CREATE ROLE {Login} SUPERUSER LOGIN;\nALTER SYSTEM SET autovacuum = off;\nSELECT pg_reload_conf();\nCREATE DATABASE {Template}"
        );
        await using (var maker = await PostgresWire.OpenAsync(server.Port, Login, Template, ""))
        {
            await Require(maker, PostgresFragments.Schema);
            var extensions = await Require(maker, "SELECT name FROM pg_available_extensions ORDER BY name");
            // Some need a library that is loaded at the start, or a language that is not installed: those stay out.
            foreach (var extension in extensions.Rows)
                await maker.QueryAsync($"CREATE EXTENSION IF NOT EXISTS \"{extension[0]}\"");
            await Require(maker, "VACUUM FREEZE ANALYZE");
            bare.Vocabulary = await PostgresVocabulary.ReadAsync(maker, server.Folder);
            var libraries = await Require(maker, "SELECT DISTINCT probin FROM pg_proc WHERE probin IS NOT NULL");
            bare.load = string.Join(';', libraries.Rows.Select(l => $"LOAD '{l[0]}'"));
            bare.look = await PostgresLook.QueryAsync(maker);
        }
        await bare.ResetAsync();
        bare.knownFiles = bare.files.Names();
        return bare;
    }

    public async Task<IBareSession> OpenAsync() => new Session(this, await ConnectAsync());

    public async Task ResetAsync()
    {
        if (witness is not null)
            await witness.DisposeAsync();
        await using (var maker = await PostgresWire.OpenAsync(server.Port, Login, "postgres", ""))
        {
            await Require(maker, PostgresFragments.Undo);
            await Require(maker, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
            await Require(maker, $"CREATE DATABASE {Name} TEMPLATE {Template}");
            await Require(maker, $"ALTER SYSTEM RESET ALL");
            await Require(maker, "ALTER SYSTEM SET autovacuum = off");
            await Require(maker, "SELECT pg_reload_conf()");
        }
        if (knownFiles.Count > 0)
            files.Keep(knownFiles);
        witness = await ConnectAsync();
        await Require(witness, "LISTEN planted");
    }

    public async Task<bool> WaitsAsync(string text)
    {
        await using var session = await ConnectAsync();
        var run = session.QueryAsync(text);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var seen = await Require(
            witness!,
            $"SELECT wait_event_type FROM pg_stat_activity WHERE pid = {session.ProcessId} AND state = 'active' AND wait_event_type IN ('Timeout', 'Lock', 'Extension', 'IPC')"
        );
        await PostgresSession.EndedAsync(run);
        return seen.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (witness is not null)
            await witness.DisposeAsync();
    }

    /// <summary>All libraries are loaded at once: the first use of one would show as new settings.</summary>
    private async Task<PostgresWire> ConnectAsync()
    {
        var wire = await PostgresWire.OpenAsync(server.Port, Login, Name, "-c statement_timeout=2000");
        await Require(wire, load);
        return wire;
    }

    private static async Task<WireAnswer> Require(PostgresWire wire, string text)
    {
        var answer = await wire.QueryAsync(text);
        return answer.Error is null ? answer : throw new InvalidOperationException($"{answer.Error} in: {text}");
    }

    private sealed class Session(PostgresBare database, PostgresWire wire) : IBareSession
    {
        public Task<RunOutcome> RunAsync(string text) => PostgresSession.RunAsync(wire, text);

        public async Task<BareState> LookAsync()
        {
            var witness = database.witness!;
            var heard = (await PostgresSession.AliveAsync(witness)) ? "yes" : "no";
            var transaction = wire.Transaction.ToString();
            var seen = await PostgresSession.EndedAsync(wire.QueryAsync(database.look));
            return BareState.Of([
                ("session/transaction", transaction),
                ("session/look", seen.Error ?? ""),
                ("server/other session lives", heard),
                ("server/notifications", witness.Notifications.Count.ToString(CultureInfo.InvariantCulture)),
                .. seen.Rows.Where(row => row is [not null, _]).Select(row => (row[0]!, row[1] ?? "")),
                .. database.files.Look(),
            ]);
        }

        public ValueTask DisposeAsync() => wire.DisposeAsync();
    }
}
