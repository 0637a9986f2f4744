using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.DuckDb;
using Causum.Infrastructure.MySql;
using Causum.Infrastructure.Postgres;
using Causum.Infrastructure.Sqlite;
using Causum.Integration.Databases;
using Causum.Integration.Support;
using Xunit.Abstractions;

namespace Causum.Integration.Guard.Differential;

/// <summary>
/// What the guard refuses, handed past it to the session of the adapter with all rights: where the session claims to hold by itself, nothing changes. Texts that end
/// the server or lock its login out are left away; no session claims to hold those against a login with all rights.
/// </summary>
public abstract class SecondLineTests(BareFixture fixture, ITestOutputHelper output)
{
    private const int Seed = 20_261_123;
    private const int Texts = 250;

    private static readonly DatabaseOptions Options = new(TimeSpan.FromSeconds(2), [Path.GetTempPath()]);

    private protected IBareDatabase Bare { get; } = fixture.Database;

    /// <summary>The parts of the state that the session claims to hold.</summary>
    private protected abstract IReadOnlyList<string> Claims { get; }

    private protected abstract IDatabase Open(DatabaseOptions options);

    [Fact]
    public async Task What_the_guard_refuses_changes_nothing_behind_the_guard_either()
    {
        await Bare.ResetAsync();
        var before = await LookAsync();
        var (sent, ran) = (0, 0);
        await using (var database = Open(Options))
        {
            foreach (var text in Refused().Take(Texts))
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
                sent++;
                try
                {
                    var sql = new ReadOnlySql(Bare.Dialect, text);
                    var answer = await database.QueryAsync(sql, [], new RowsInMemory(100), limit.Token);
                    ran += answer.IsRight ? 1 : 0;
                }
                catch (OperationCanceledException)
                {
                    // It waited: that is not what is asked here.
                }
            }
        }
        output.WriteLine($"seed {Seed}: {sent} refused texts sent, {ran} ran");
        Assert.Empty(before.ChangesTo(await LookAsync()));
    }

    /// <summary>Every act as it is, then those in disguise.</summary>
    private IEnumerable<string> Refused()
    {
        var acts = Bare.Vocabulary.Acts.Concat(Bare.Vocabulary.ActingExpressions.Select(e => $"SELECT {e}"));
        var disguised = new HostileTexts(Bare.Dialect, Bare.Vocabulary, new Random(Seed)).ByChance();
        return acts.Concat(disguised)
            .Where(text => ReadOnlyGuard.Check(Bare.Dialect, text).IsLeft)
            // Named parameters are bound before the session sees a text.
            .Where(text => NamedParameters.Parse(new ReadOnlySql(Bare.Dialect, text)).Uses.Count == 0)
            .Where(text =>
                text.Length > 0 && !Waits(text) && !text.Contains("SHUTDOWN", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static bool Waits(string text) =>
        text.Contains("sleep", StringComparison.OrdinalIgnoreCase)
        || text.Contains("benchmark", StringComparison.OrdinalIgnoreCase)
        || text.Contains("gtid", StringComparison.OrdinalIgnoreCase);

    private async Task<BareState> LookAsync()
    {
        await using var session = await Bare.OpenAsync();
        return (await session.LookAsync()).Only(Claims);
    }

    public sealed class OfPostgres(BareFixture.OfPostgres fixture, ITestOutputHelper output)
        : SecondLineTests(fixture, output),
            IClassFixture<BareFixture.OfPostgres>
    {
        private protected override IReadOnlyList<string> Claims =>
            ["data/", "catalog/pg_class", "catalog/pg_proc", "sequences/", "large objects/"];

        private protected override IDatabase Open(DatabaseOptions options)
        {
            var login = Logins.Of(
                DatabaseType.Postgresql,
                "password",
                ("host", PostgresServer.Host),
                ("port", fixture.Server.Port),
                ("database", PostgresBare.Name),
                ("username", PostgresServer.Superuser),
                ("password", PostgresServer.Password)
            );
            var connector = new PostgresConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());
            return Databases.Outcomes.Right(connector.Open(login.Config, login.Secrets));
        }
    }

    public sealed class OfMariaDb(BareFixture.OfMariaDb fixture, ITestOutputHelper output)
        : SecondLineTests(fixture, output),
            IClassFixture<BareFixture.OfMariaDb>
    {
        private protected override IReadOnlyList<string> Claims => ["data/", "catalog/bare."];

        private protected override IDatabase Open(DatabaseOptions options)
        {
            var login = Logins.Of(
                DatabaseType.Mariadb,
                "password",
                ("host", MariaDbServer.Host),
                ("port", fixture.Server.Port),
                ("database", MariaDbBare.Name),
                ("username", MariaDbServer.Superuser),
                ("password", MariaDbServer.Password)
            );
            var connector = new MySqlDatabaseConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());
            return Databases.Outcomes.Right(connector.Open(login.Config, login.Secrets));
        }
    }

    public sealed class OfSqlite(BareFixture.OfSqlite fixture, ITestOutputHelper output)
        : SecondLineTests(fixture, output),
            IClassFixture<BareFixture.OfSqlite>
    {
        private protected override IReadOnlyList<string> Claims => ["data/", "files/"];

        private protected override IDatabase Open(DatabaseOptions options)
        {
            var login = Logins.Of(DatabaseType.Sqlite, "local_file", ("path", ((SqliteBare)Bare).FilePath));
            var connector = new SqliteConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());
            return Databases.Outcomes.Right(connector.Open(login.Config, login.Secrets));
        }
    }

    public sealed class OfDuckDb(BareFixture.OfDuckDb fixture, ITestOutputHelper output)
        : SecondLineTests(fixture, output),
            IClassFixture<BareFixture.OfDuckDb>
    {
        private protected override IReadOnlyList<string> Claims => ["data/", "catalog/", "sequences/", "files/"];

        private protected override IDatabase Open(DatabaseOptions options)
        {
            var login = Logins.Of(DatabaseType.Duckdb, "local_file", ("path", ((DuckDbBare)Bare).FilePath));
            var connector = new DuckDbConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());
            return Databases.Outcomes.Right(connector.Open(login.Config, login.Secrets));
        }
    }
}
