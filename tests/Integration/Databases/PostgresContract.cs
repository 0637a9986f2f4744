using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.Postgres;
using Causum.Integration.Support;

namespace Causum.Integration.Databases;

[Collection(PostgresCollection.Name)]
public sealed class PostgresContract(PostgresServer server, PostgresContract.Seed seed)
    : DatabaseContract,
        IClassFixture<PostgresContract.Seed>
{
    protected override IDatabaseConnector Connector(DatabaseOptions options) =>
        new PostgresConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    protected override (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Reader => Login("reader");

    protected override (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Owner => Login(PostgresServer.Superuser);

    protected override string DefaultSchema => "public";

    protected override IReadOnlyList<string> ExpectedSchemas => ["other", "public"];

    protected override bool HasOrigins => true;

    protected override string AMillionRows => "SELECT x FROM generate_series(1, 1000000) x";

    protected override string DuplicateNames => "SELECT 1 AS a, 2 AS a, 3";

    protected override string NoName => "?column?";

    protected override IReadOnlyList<ColumnEntry> PeopleColumns =>
        [
            new("id", "integer", false, None, 1, true),
            new("name", "character varying(40)", false, None, 2, false),
            new("born", "date", true, None, 3, false),
            new("balance", "numeric(10,2)", true, Some("0"), 4, false),
            new("note", "text", true, None, 5, false),
        ];

    private (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Login(
        string user,
        string authType = "password",
        params (string, object)[] more
    ) =>
        Logins.Of(
            DatabaseType.Postgresql,
            authType,
            [
                ("host", PostgresServer.Host),
                ("port", server.Port),
                ("database", seed.Database),
                ("username", user),
                ("password", PostgresServer.Password),
                .. more,
            ]
        );

    public sealed class Seed(PostgresServer server) : IAsyncLifetime
    {
        public string Database { get; private set; } = "";

        public async Task InitializeAsync() =>
            Database = await server.CreateDatabaseAsync(
                $"""
                CREATE TABLE people (id integer PRIMARY KEY, name varchar(40) NOT NULL, born date, balance numeric(10,2) DEFAULT 0, note text);
                INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
                CREATE VIEW people_names AS SELECT name FROM people;
                CREATE TABLE vacant (id integer, name text);
                CREATE TABLE "odd.name" (id integer);
                INSERT INTO "odd.name" VALUES (1);
                CREATE TABLE "odd name's" (id integer);
                CREATE TABLE "order" (id integer);
                INSERT INTO "order" VALUES (1);
                CREATE TABLE "Ünïcøde" (id integer);
                CREATE SCHEMA other;
                CREATE ROLE reader LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT USAGE ON SCHEMA other TO reader;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
                CREATE ROLE narrow LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT SELECT ON people TO narrow;
                """
            );

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
