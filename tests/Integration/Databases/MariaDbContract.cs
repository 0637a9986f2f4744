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
    : ServerDatabaseContract,
        IClassFixture<MariaDbContract.Seed>
{
    protected override IDatabaseConnector Connector(DatabaseOptions options) =>
        new MySqlDatabaseConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    protected override string DefaultSchema => seed.Database;

    protected override IReadOnlyList<string> ExpectedSchemas => [seed.Database, $"{seed.Database}_kinds"];

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

    protected override string Superuser => MariaDbServer.Superuser;

    protected override TestAuthority Authority => server.Authority;

    protected override string IsEncrypted =>
        "SELECT IF(VARIABLE_VALUE <> '', 'yes', 'no') FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'Ssl_cipher'";

    protected override string SlowQuery =>
        "SELECT count(*) FROM seq_1_to_100000 a, seq_1_to_1000000 b WHERE a.seq * b.seq % 7 = 3";

    protected override Task<long> ActiveStatementsAsync() =>
        server.ScalarAsync<long>(
            "mysql",
            "SELECT count(*) FROM information_schema.PROCESSLIST WHERE USER = 'reader' AND COMMAND = 'Query'"
        );

    protected override Task RestartAsync() => server.RestartAsync();

    protected override (IReadOnlyList<string> Leave, string Look) Leftovers =>
        (
            ["SELECT @planted := 7", "SELECT GET_LOCK('planted', 1)"],
            "SELECT (@planted IS NOT NULL) + (IS_USED_LOCK('planted') IS NOT NULL)"
        );

    protected override (string Query, string[] Values) PinnedSettings =>
        (
            "SELECT @@sql_mode, @@max_statement_time, @@tx_read_only, @@lock_wait_timeout, @@time_zone, @@character_set_client",
            ["\"STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION\"", "30", "1", "10", "\"+00:00\"", "\"utf8mb4\""]
        );

    protected override IReadOnlyList<(string User, string Word)> StrongLogins =>
        [
            (MariaDbServer.Superuser, "administrative"),
            (MariaDbServer.Superuser, "FILE"),
            ("strong_tables", "may write"),
            ("strong_columns", "may write"),
            ("strong_database", "may write"),
            ("strong_files", "FILE"),
            ("strong_super", "administrative"),
            ("strong_by_role", "may write"),
        ];

    [Fact]
    public async Task A_server_without_a_time_limit_is_used_with_a_warning()
    {
        var old = new MariaDbServer { MoreArguments = ["--version=5.6.51-old"] };
        try
        {
            await old.InitializeAsync();
            var login = Login(MariaDbServer.Superuser, "password", ("port", old.Port), ("database", "mysql"));
            await using var database = Open(login, Options);
            var answer = Outcomes.Right(await database.ValidateAsync(CancellationToken.None));
            Assert.True(answer.ReadOnly);
            Assert.Contains(answer.Warnings, w => w.Contains("time limit", StringComparison.Ordinal));
        }
        finally
        {
            await old.DisposeAsync();
        }
    }

    protected override IReadOnlyList<string> MoreThatMustNotRun =>
        [
            "REPLACE INTO people (id, name) VALUES (1, 'planted')",
            "TRUNCATE people",
            "START TRANSACTION READ WRITE; DELETE FROM people",
            "SET SESSION TRANSACTION READ WRITE; DELETE FROM people",
            "/*!COMMIT*/; DELETE FROM people",
            "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE vacant",
            "CREATE TABLE planted AS SELECT 1 AS a",
            "GRANT ALL ON *.* TO reader@'%'",
        ];

    protected override (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Login(
        string user,
        string authType = "password",
        params (string Key, object Value)[] changes
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
                .. changes,
            ]
        );

    [Theory]
    [InlineData("tiny_flag", "tinyint", "1")]
    [InlineData("big_unsigned", "bigint unsigned", "\"18446744073709551615\"")]
    [InlineData("big", "bigint", "\"-9223372036854775808\"")]
    [InlineData("bits", "bit", "255")]
    [InlineData("one_bit", "bit", "1")]
    [InlineData("exact", "decimal", "\"12345678901234567890123456789012345.67890\"")]
    [InlineData("single", "float", "0.1")]
    [InlineData("twice", "double", "1.5")]
    [InlineData("day", "date", "\"2024-02-29\"")]
    [InlineData("zero_day", "date", "\"0000-00-00\"")]
    [InlineData("moment", "datetime", "\"2024-01-02T03:04:05.600000\"")]
    [InlineData("zero_moment", "datetime", "\"0000-00-00\"")]
    [InlineData("instant", "timestamp", "\"2024-01-02T03:04:05Z\"")]
    [InlineData("clock", "time", "\"03:04:05.250000\"")]
    [InlineData("long_clock", "time", "\"838:59:59\"")]
    [InlineData("minus_clock", "time", "\"-01:02:03\"")]
    [InlineData("annus", "year", "2024")]
    [InlineData("label", "enum", "\"glad\"")]
    [InlineData("labels", "set", "\"a,b\"")]
    [InlineData("words", "text", "\"ä€\"")]
    [InlineData("octets", "varbinary", "\"AP8=\"")]
    [InlineData("document", "text", "\"{\\\"a\\\": 1.10}\"")]
    [InlineData("nothing_here", "int", "null")]
    public async Task Values_have_the_form_of_the_protocol(string column, string type, string json) =>
        Assert.Equal((type, json), await ValueAsync($"SELECT {column} FROM {DefaultSchema}_kinds.kinds"));

    [Fact]
    public async Task A_failing_login_without_the_certificate_that_it_must_show_is_an_auth_failure()
    {
        await using var database = Open(Login("cert_login", "ssl", ("ssl_ca", server.Authority.Pem)), Options);
        Outcomes.Fails("auth_failed", await database.ValidateAsync(CancellationToken.None));
    }

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
                CREATE DATABASE {database}_kinds CHARACTER SET utf8mb4;
                CREATE TABLE {database}_kinds.kinds (tiny_flag tinyint(1), big_unsigned bigint unsigned, big bigint, bits bit(8), one_bit bit(1), exact decimal(40,5),
                    single float, twice double, day date, zero_day date, moment datetime(6), zero_moment datetime, instant timestamp NULL,
                    clock time(6), long_clock time, minus_clock time, annus year, label enum('glad','sad'), labels set('a','b'), words text,
                    octets varbinary(10), document json, nothing_here int);
                SET time_zone = '+00:00';
                INSERT INTO {database}_kinds.kinds VALUES (1, 18446744073709551615, -9223372036854775808, 255, 1, 12345678901234567890123456789012345.67890,
                    0.1, 1.5, '2024-02-29', '0000-00-00', '2024-01-02 03:04:05.6', '0000-00-00 00:00:00', '2024-01-02 03:04:05',
                    '03:04:05.25', '838:59:59', '-01:02:03', 2024, 'glad', 'a,b', 'ä€', x'00ff', '{"a": 1.10}', NULL);
                CREATE USER cert_login@'%' IDENTIFIED BY '{{MariaDbServer.Password}}' REQUIRE X509;
                GRANT SELECT ON {database}.* TO cert_login@'%';
                CREATE USER strong_tables@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT INSERT ON {database}.vacant TO strong_tables@'%';
                CREATE USER strong_columns@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT UPDATE (name) ON {database}.vacant TO strong_columns@'%';
                CREATE USER strong_database@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT ALL ON {database}.* TO strong_database@'%';
                CREATE USER strong_files@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT SELECT ON {database}.* TO strong_files@'%';
                GRANT FILE ON *.* TO strong_files@'%';
                CREATE USER strong_super@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT SELECT ON {database}.* TO strong_super@'%';
                GRANT SUPER ON *.* TO strong_super@'%';
                CREATE ROLE writers;
                GRANT DELETE ON {database}.* TO writers;
                CREATE USER strong_by_role@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT writers TO strong_by_role@'%';
                SET DEFAULT ROLE writers FOR strong_by_role@'%';
                CREATE USER narrow@'%' IDENTIFIED BY '{{MariaDbServer.Password}}';
                GRANT SELECT ON {database}.* TO reader@'%';
                GRANT SELECT ON {database}_kinds.* TO reader@'%';
                GRANT SELECT ON {database}.people TO narrow@'%';
                """
            );

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
