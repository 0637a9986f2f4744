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
    : ServerDatabaseContract,
        IClassFixture<PostgresContract.Seed>
{
    protected override IDatabaseConnector Connector(DatabaseOptions options) =>
        new PostgresConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

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

    protected override string Superuser => PostgresServer.Superuser;

    protected override TestAuthority Authority => server.Authority;

    protected override string IsEncrypted =>
        "SELECT CASE WHEN ssl THEN 'yes' ELSE 'no' END FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    protected override string SlowQuery =>
        "SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b";

    protected override Task<long> ActiveStatementsAsync() =>
        server.ScalarAsync<long>(
            "postgres",
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'reader' AND state = 'active' AND backend_type = 'client backend'"
        );

    protected override Task RestartAsync() => server.RestartAsync();

    protected override (IReadOnlyList<string> Leave, string Look) Leftovers =>
        (
            [
                "SELECT leave_setting('causum.left', 'planted')",
                "SELECT leave_setting('standard_conforming_strings', 'off')",
                "SELECT leave_setting('statement_timeout', '0')",
                "SELECT leave_lock()",
            ],
            """
            SELECT count(*) FROM (SELECT coalesce(current_setting('causum.left', true), '') <> '' AS is_left
              UNION ALL SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')
              UNION ALL SELECT current_setting('standard_conforming_strings') <> 'on'
              UNION ALL SELECT current_setting('statement_timeout') = '0') found WHERE is_left
            """
        );

    protected override (string Query, string[] Values) PinnedSettings =>
        (
            """
            SELECT current_setting('transaction_read_only'), current_setting('default_transaction_read_only'),
                   current_setting('standard_conforming_strings'), current_setting('statement_timeout'),
                   current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout')
            """,
            ["\"on\"", "\"on\"", "\"on\"", "\"30s\"", "\"10s\"", "\"1min\""]
        );

    protected override IReadOnlyList<(string User, string Word)> StrongLogins =>
        [
            (PostgresServer.Superuser, "superuser"),
            ("strong_tables", "write to tables"),
            ("strong_columns", "write to tables"),
            ("strong_sequences", "write to tables"),
            ("strong_schema", "create objects"),
            ("strong_database", "create objects"),
            ("strong_everywhere", "write all data"),
            ("strong_attribute", "administer"),
            ("strong_files", "files of the server"),
            ("strong_programs", "run programs"),
            ("strong_by_group", "write to tables"),
        ];

    protected override IReadOnlyList<string> MoreThatMustNotRun =>
        [
            "WITH gone AS (DELETE FROM people RETURNING id) SELECT * FROM gone",
            "SELECT * INTO planted FROM people",
            "COPY people TO '/tmp/planted.csv'",
            "BEGIN READ WRITE; DELETE FROM people",
            "SET TRANSACTION READ WRITE; DELETE FROM people",
            "SELECT nextval('counter')",
            "TRUNCATE people",
            "DO $$ BEGIN DELETE FROM people; END $$",
            "SELECT set_config('transaction_read_only', 'off', false); DELETE FROM people",
        ];

    protected override (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Login(
        string user,
        string authType = "password",
        params (string Key, object Value)[] changes
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
                .. changes,
            ]
        );

    [Theory]
    [InlineData("true", "boolean", "true")]
    [InlineData("32767::smallint", "smallint", "32767")]
    [InlineData("42", "integer", "42")]
    [InlineData("9007199254740991::bigint", "bigint", "9007199254740991")]
    [InlineData("9007199254740992::bigint", "bigint", "\"9007199254740992\"")]
    [InlineData("(-9223372036854775808)::bigint", "bigint", "\"-9223372036854775808\"")]
    [InlineData("4294967295::oid", "oid", "4294967295")]
    [InlineData("1.50::numeric(6,2)", "numeric(6,2)", "\"1.50\"")]
    [InlineData(
        "12345678901234567890123456789012345678.90",
        "numeric",
        "\"12345678901234567890123456789012345678.90\""
    )]
    [InlineData("'NaN'::numeric", "numeric", "\"NaN\"")]
    [InlineData("'-Infinity'::numeric", "numeric", "\"-Infinity\"")]
    [InlineData("1e-30::numeric", "numeric", "\"0.000000000000000000000000000001\"")]
    [InlineData("0.1::real", "real", "0.1")]
    [InlineData("16777217::float8", "double precision", "16777217")]
    [InlineData("'NaN'::float8", "double precision", "\"NaN\"")]
    [InlineData("'-Infinity'::real", "real", "\"-Infinity\"")]
    [InlineData("'ä€'::text", "text", "\"ä€\"")]
    [InlineData("'ab'::char(4)", "character(4)", "\"ab  \"")]
    [InlineData("'ab'::varchar(4)", "character varying(4)", "\"ab\"")]
    [InlineData("'x'::\"char\"", "\"char\"", "\"x\"")]
    [InlineData("'people'::name", "name", "\"people\"")]
    [InlineData("'2024-02-29'::date", "date", "\"2024-02-29\"")]
    [InlineData("'infinity'::date", "date", "\"infinity\"")]
    [InlineData("'0044-03-15 BC'::date", "date", "\"-0043-03-15\"")]
    [InlineData("'0001-02-29 BC'::date", "date", "\"0000-02-29\"")]
    [InlineData("'12345-06-07'::date", "date", "\"12345-06-07\"")]
    [InlineData("'2024-01-02 03:04:05'::timestamp", "timestamp without time zone", "\"2024-01-02T03:04:05\"")]
    [InlineData("'2024-01-02 03:04:05.6'::timestamp", "timestamp without time zone", "\"2024-01-02T03:04:05.600000\"")]
    [InlineData("'-infinity'::timestamp", "timestamp without time zone", "\"-infinity\"")]
    [InlineData("'0044-03-15 10:00 BC'::timestamp", "timestamp without time zone", "\"-0043-03-15T10:00:00\"")]
    [InlineData("'2024-01-02 03:04:05+02'::timestamptz", "timestamp with time zone", "\"2024-01-02T01:04:05Z\"")]
    [InlineData("'infinity'::timestamptz", "timestamp with time zone", "\"infinity\"")]
    [InlineData(
        "'10000-01-02 03:04:05.5+00'::timestamptz",
        "timestamp with time zone",
        "\"10000-01-02T03:04:05.500000Z\""
    )]
    [InlineData("'03:04:05.25'::time", "time without time zone", "\"03:04:05.250000\"")]
    [InlineData("'24:00:00'::time", "time without time zone", "\"24:00:00\"")]
    [InlineData("'12:34:56+02'::timetz", "time with time zone", "\"12:34:56+02\"")]
    [InlineData("'1 year 2 months 3 days 04:05:06.7'::interval", "interval", "\"P1Y2M3DT4H5M6.7S\"")]
    [InlineData("'0'::interval", "interval", "\"PT0S\"")]
    [InlineData("'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid", "uuid", "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"")]
    [InlineData("'\\x00ff'::bytea", "bytea", "\"AP8=\"")]
    [InlineData("'{\"a\": 1.10, \"b\":[null]}'::json", "json", "{\"a\": 1.10, \"b\":[null]}")]
    [InlineData("'{\"b\":2,\"a\":12345678901234567890}'::jsonb", "jsonb", "{\"a\": 12345678901234567890, \"b\": 2}")]
    [InlineData("'101'::bit(3)", "bit(3)", "\"101\"")]
    [InlineData("'1011'::bit varying", "bit varying", "\"1011\"")]
    [InlineData("array[1,NULL,3]", "integer[]", "[1,null,3]")]
    [InlineData("array[[1,2],[3,4]]", "integer[]", "[[1,2],[3,4]]")]
    [InlineData("'[0:1]={7,8}'::int[]", "integer[]", "[7,8]")]
    [InlineData("array['a,b','\"q\"','NULL',NULL,'']", "text[]", "[\"a,b\",\"\\\"q\\\"\",\"NULL\",null,\"\"]")]
    [InlineData("array[1.10, 'NaN']::numeric[]", "numeric[]", "[\"1.10\",\"NaN\"]")]
    [InlineData(
        "array['2024-01-02 03:04:05+00','infinity']::timestamptz[]",
        "timestamp with time zone[]",
        "[\"2024-01-02T03:04:05Z\",\"infinity\"]"
    )]
    [InlineData("array['0044-03-15 BC']::date[]", "date[]", "[\"-0043-03-15\"]")]
    [InlineData("array['\\x00ff']::bytea[]", "bytea[]", "[\"AP8=\"]")]
    [InlineData("array[true,false]", "boolean[]", "[true,false]")]
    [InlineData("array['{\"a\":1}']::jsonb[]", "jsonb[]", "[{\"a\": 1}]")]
    [InlineData("'{}'::int[]", "integer[]", "[]")]
    [InlineData("int4range(1,5)", "int4range", "\"[1,5)\"")]
    [InlineData("row(1,'a b')", "record", "\"(1,\\\"a b\\\")\"")]
    [InlineData("'(1,2)'::point", "point", "\"(1,2)\"")]
    [InlineData("'10.0.0.1/8'::inet", "inet", "\"10.0.0.1/8\"")]
    [InlineData("'people'::regclass", "regclass", "\"people\"")]
    [InlineData("'1.5'::money", "money", "\"$1.50\"")]
    [InlineData("'<a/>'::xml", "xml", "\"<a/>\"")]
    [InlineData("'a b'::tsvector", "tsvector", "\"'a' 'b'\"")]
    [InlineData("'glad'::mood", "mood", "\"glad\"")]
    [InlineData("array['glad','sad']::mood[]", "mood[]", "[\"glad\",\"sad\"]")]
    [InlineData("7::positive", "integer", "7")]
    [InlineData("row(1,'x')::pair", "pair", "\"(1,x)\"")]
    [InlineData("NULL::text", "text", "null")]
    public async Task Values_have_the_form_of_the_protocol(string expression, string type, string json) =>
        Assert.Equal((type, json), await ValueAsync($"SELECT {expression}"));

    [Fact]
    public async Task A_type_made_after_the_first_connection_is_read()
    {
        await using var database = Open();
        Outcomes.Right(await QueryAsync(database, "SELECT 1", new RowsInMemory()));
        await server.ExecuteAsync(seed.Database, "CREATE TYPE weather AS ENUM ('sun', 'rain')");
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, "SELECT 'rain'::weather", rows));
        Assert.Equal(("weather", "\"rain\""), (rows.Columns.Single().DatabaseType, rows.Rows.Single().Single()));
    }

    [Fact]
    public async Task Scram_refuses_a_server_that_asks_for_the_password_in_clear()
    {
        await using var database = Open(Login("reader", "scram"), Options);
        Outcomes.Right(await database.ValidateAsync(CancellationToken.None));
        await using var clear = Open(Login("clear_login", "scram"), Options);
        Outcomes.Fails("auth_failed", await clear.ValidateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_wants_encryption_is_told_from_a_wrong_password()
    {
        await using var database = Open(Login("tls_login", "password", ("options.sslmode", "disable")), Options);
        Outcomes.Fails("ssl_error", await database.ValidateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Too_many_connections_are_worth_another_try()
    {
        await using var database = Open(Login("crowded"), Options);
        var failure = Outcomes.Fails("network_unreachable", await database.ValidateAsync(CancellationToken.None));
        Assert.True(failure.Retryable);
        Assert.Equal("53300", failure.VendorCode.IfNone(""));
    }

    [Fact]
    public async Task The_schema_of_the_config_is_the_one_that_unqualified_names_mean()
    {
        await using var database = Open(Login("reader", "password", ("schema", "other")), Options);
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, "SELECT id FROM things", rows));
        Assert.Equal(
            [
                ["7"],
            ],
            rows.Rows
        );
        Assert.Equal("other", Outcomes.Right(await database.TablesAsync(None, CancellationToken.None)).Schema);
    }

    [Fact]
    public async Task A_statement_that_fails_while_rows_come_leaves_the_pool_usable()
    {
        await using var database = Open();
        var query = "SELECT 1 / (500 - x) FROM generate_series(1, 1000) x";
        Outcomes.Fails("query_error", await QueryAsync(database, query, new RowsInMemory()));
        Outcomes.Right(await QueryAsync(database, "SELECT 1", new RowsInMemory()));
    }

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
                CREATE TABLE other.things (id integer);
                INSERT INTO other.things VALUES (7);
                GRANT SELECT ON other.things TO reader;
                CREATE SEQUENCE counter;
                CREATE FUNCTION leave_setting(name text, value text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN set_config(name, value, false); END $$;
                CREATE FUNCTION leave_lock() RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_lock(4711); RETURN 1; END $$;
                CREATE TYPE mood AS ENUM ('glad', 'sad');
                CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
                CREATE TYPE pair AS (a integer, b text);
                CREATE ROLE cert_login LOGIN;
                CREATE ROLE clear_login LOGIN PASSWORD '{PostgresServer.Password}';
                CREATE ROLE tls_login LOGIN PASSWORD '{PostgresServer.Password}';
                CREATE ROLE crowded LOGIN CONNECTION LIMIT 0 PASSWORD '{PostgresServer.Password}';
                CREATE ROLE strong_tables LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT INSERT ON vacant TO strong_tables;
                CREATE ROLE strong_columns LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT UPDATE (name) ON vacant TO strong_columns;
                CREATE ROLE strong_sequences LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT USAGE ON SEQUENCE counter TO strong_sequences;
                CREATE ROLE strong_schema LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT CREATE ON SCHEMA other TO strong_schema;
                CREATE ROLE strong_database LOGIN PASSWORD '{PostgresServer.Password}';
                DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO strong_database', current_database()); END $$;
                CREATE ROLE strong_everywhere LOGIN PASSWORD '{PostgresServer.Password}' IN ROLE pg_write_all_data;
                CREATE ROLE strong_attribute LOGIN CREATEROLE PASSWORD '{PostgresServer.Password}';
                CREATE ROLE strong_files LOGIN PASSWORD '{PostgresServer.Password}' IN ROLE pg_read_server_files;
                CREATE ROLE strong_programs LOGIN PASSWORD '{PostgresServer.Password}' IN ROLE pg_execute_server_program;
                CREATE ROLE strong_by_group LOGIN PASSWORD '{PostgresServer.Password}' IN ROLE strong_tables;
                CREATE ROLE narrow LOGIN PASSWORD '{PostgresServer.Password}';
                GRANT SELECT ON people TO narrow;
                """
            );

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
