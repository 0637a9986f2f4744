using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.MySql;
using Causum.Integration.Support;

namespace Causum.Integration.Databases;

[Collection(MariaDbCollection.Name)]
public sealed class MariaDbRoutineTests(MariaDbServer server, MariaDbRoutineTests.Seed seed)
    : RoutineContract,
        IClassFixture<MariaDbRoutineTests.Seed>
{
    private protected override IDatabaseConnector Connector { get; } =
        new MySqlDatabaseConnector(Options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    private protected override IAdoDriver Driver()
    {
        var (config, secrets) = Login(Owner);
        return new MySqlDriver(
            DatabaseType.Mariadb,
            Outcomes.Right(MySqlCredentials.Create(config, secrets, Options.StatementTimeout, DateTimeOffset.UtcNow)),
            Options.StatementTimeout
        );
    }

    protected override string Owner => MariaDbServer.Superuser;

    protected override (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Login(string user) =>
        Logins.Of(
            DatabaseType.Mariadb,
            "password",
            [
                ("host", MariaDbServer.Host),
                ("port", server.Port),
                ("database", seed.Database),
                ("username", user),
                ("password", MariaDbServer.Password),
            ]
        );

    protected override Task CreateLateFunctionAsync() =>
        server.ExecuteAsync(seed.Database, "CREATE OR REPLACE FUNCTION late() RETURNS int RETURN 1");

    protected override IReadOnlyList<string> HonestQueries =>
        [
            "SELECT count(*), SUM(id), AVG(id), GROUP_CONCAT(DISTINCT name ORDER BY name SEPARATOR ',') FROM people",
            "SELECT LOWER(name), CONCAT(name, 'x'), SUBSTRING(name FROM 1 FOR 2), TRIM(BOTH ' ' FROM name), EXTRACT(YEAR FROM NOW()) FROM people WHERE id IN (1, 2) AND name LIKE 'A%'",
            "SELECT RAND(), UUID(), SYSDATE(), CURRENT_TIMESTAMP(), DATE_ADD(NOW(), INTERVAL 1 DAY), DATE_FORMAT(NOW(), '%Y'), CURRENT_USER()",
            "SELECT id, ROW_NUMBER() OVER (PARTITION BY name ORDER BY id), LAG(id, 1) OVER w FROM people WINDOW w AS (ORDER BY id)",
            "SELECT CAST(id AS CHAR(10)), CAST(id AS DECIMAL(10, 2)), CONVERT(name USING utf8mb4), IF(id > 1, IFNULL(name, ''), NULLIF(name, 'x')) FROM people",
            "SELECT JSON_EXTRACT('{\"a\":1}', '$.a'), JSON_OBJECT('a', 1), REGEXP_REPLACE(name, 'a', 'b') FROM people",
            "SELECT * FROM JSON_TABLE('[{\"a\":1}]', '$[*]' COLUMNS (a INT PATH '$.a', b VARCHAR(10) PATH '$.b')) AS jt",
            "WITH x (a, b) AS (SELECT 1, 2) SELECT x.a FROM x JOIN (SELECT 1 AS a) AS y USING (a) WHERE EXISTS (SELECT 1) AND (x.a) IN (1) AND x.a = ANY (SELECT 1)",
            "SELECT name FROM people USE INDEX (PRIMARY) WHERE (id, name) = (1, 'a') GROUP BY name WITH ROLLUP HAVING count(*) > 0",
            "SELECT ST_AsText(POINT(1, 2)), INET_ATON('127.0.0.1'), MD5('a'), HEX('a'), ROUND(1.5), TRUNCATE(1.55, 1), REPLACE('a', 'b', 'c'), LEFT('ab', 1), REPEAT('a', 2)",
            "SELECT calm_reads(), calm_none(), calm_same(), calm_größe(), 'touch()' /* touch() */",
            "SELECT * FROM touching",
            "EXPLAIN SELECT COUNT(*) FROM people",
        ];

    [Theory]
    [InlineData("SELECT touch()")]
    [InlineData("SELECT ToUcH /* c */ ( )")]
    [InlineData("SELECT `touch`()")]
    [InlineData("SELECT tóuch()")]
    [InlineData("SELECT `TÖUCH`()")]
    [InlineData("SELECT {database}.touch()")]
    [InlineData("SELECT `{database}` . touch ( )")]
    [InlineData("SELECT name FROM people WHERE touch() = 1 ORDER BY touch()")]
    [InlineData("WITH x AS (SELECT touch() AS a) SELECT * FROM x")]
    [InlineData("SELECT changing()")]
    [InlineData("SELECT {database}.no_such()")]
    public async Task What_may_act_is_refused_even_to_an_administrator(string text) =>
        await RefusedAsync(text.Replace("{database}", seed.Database, StringComparison.Ordinal), Owner);

    /// <summary>Shows why the declaration is asked for: the server's read-only transaction holds writes to tables only.</summary>
    [Fact]
    public async Task A_function_that_says_nothing_may_act_in_spite_of_the_read_only_transaction()
    {
        await using var driver = Driver();
        await using (var session = await driver.OpenAsync(CancellationToken.None))
            await session.ReadAsync(
                new Infrastructure.Databases.Statement("SELECT set_global()", []),
                new RowsInMemory(),
                CancellationToken.None
            );
        Assert.Equal(4321UL, await server.ScalarAsync<ulong>(seed.Database, "SELECT @@GLOBAL.max_connect_errors"));
        await RefusedAsync("SELECT set_global()", Owner);
    }

    [Fact]
    public async Task A_login_that_cannot_see_the_loaded_libraries_runs_what_is_declared_or_built_in()
    {
        foreach (var text in HonestQueries)
            await AnsweredAsync(text, "weak");
        await RefusedAsync("SELECT perhaps_from_a_library('a')", "weak");
        await RefusedAsync("SELECT touch()", "weak");
    }

    public sealed class Seed(MariaDbServer server) : IAsyncLifetime
    {
        public string Database { get; private set; } = "";

        public async Task InitializeAsync() =>
            Database = await server.CreateDatabaseAsync(
                $$"""
                CREATE TABLE people (id int PRIMARY KEY, name varchar(40));
                INSERT INTO people VALUES (1, 'Ada Fictional'), (2, 'Bo Invented');
                CREATE FUNCTION touch() RETURNS int RETURN 1;
                CREATE FUNCTION changing() RETURNS int MODIFIES SQL DATA DETERMINISTIC RETURN 1;
                CREATE FUNCTION set_global() RETURNS int BEGIN SET GLOBAL max_connect_errors = 4321; RETURN 1; END;
                CREATE FUNCTION calm_reads() RETURNS int READS SQL DATA RETURN 1;
                CREATE FUNCTION calm_none() RETURNS int NO SQL RETURN 1;
                CREATE FUNCTION calm_same() RETURNS int DETERMINISTIC RETURN 1;
                CREATE FUNCTION `calm_größe`() RETURNS int READS SQL DATA RETURN 1;
                CREATE VIEW touching AS SELECT touch() AS touched;
                CREATE USER weak@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT SELECT, EXECUTE ON {database}.* TO weak@'%';
                """
            );

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
