using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.MySql;
using Causum.Integration.Support;

namespace Causum.Integration.Databases;

[Collection(MariaDbCollection.Name)]
public sealed class MariaDbContract(MariaDbServer server, MariaDbContract.Seed seed)
    : DatabaseContract,
        IClassFixture<MariaDbContract.Seed>
{
    protected override IDatabaseConnector Connector(DatabaseOptions options) =>
        new MySqlDatabaseConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    protected override (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Reader => Login("reader");

    protected override (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Owner => Login(MariaDbServer.Superuser);

    protected override string DefaultSchema => seed.Database;

    protected override IReadOnlyList<string> ExpectedSchemas => [seed.Database];

    protected override bool HasOrigins => true;

    protected override string AMillionRows => "SELECT seq FROM seq_1_to_1000000";

    protected override string DuplicateNames => "SELECT 1 AS a, 2 AS a, 3 AS ``";

    protected override IReadOnlyList<ColumnEntry> PeopleColumns =>
        [
            new("id", "int(11)", false, None, 1, true),
            new("name", "varchar(40)", false, None, 2, false),
            new("born", "date", true, None, 3, false),
            new("balance", "decimal(10,2)", true, Some("0.00"), 4, false),
            new("note", "text", true, None, 5, false),
        ];

    private (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Login(
        string user,
        string authType = "password",
        params (string, object)[] more
    ) =>
        Logins.Of(
            DatabaseType.Mariadb,
            authType,
            [
                ("host", MariaDbServer.Host),
                ("port", server.Port),
                ("database", seed.Database),
                ("username", user),
                ("password", MariaDbServer.Password),
                .. more,
            ]
        );

    public sealed class Seed(MariaDbServer server) : IAsyncLifetime
    {
        public string Database { get; private set; } = "";

        public async Task InitializeAsync() =>
            Database = await server.CreateDatabaseAsync(
                $$"""
                CREATE TABLE people (id int PRIMARY KEY, name varchar(40) NOT NULL, born date, balance decimal(10,2) DEFAULT 0, note text);
                INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
                CREATE VIEW people_names AS SELECT name FROM people;
                CREATE TABLE vacant (id int, name text);
                CREATE TABLE `odd.name` (id int);
                INSERT INTO `odd.name` VALUES (1);
                CREATE TABLE `odd name's` (id int);
                CREATE TABLE `order` (id int);
                INSERT INTO `order` VALUES (1);
                CREATE TABLE `Ünïcøde` (id int);
                CREATE USER reader@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                CREATE USER narrow@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT SELECT ON {database}.* TO reader@'%';
                GRANT SELECT ON {database}.people TO narrow@'%';
                """
            );

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
