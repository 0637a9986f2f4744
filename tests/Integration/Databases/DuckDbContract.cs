using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.DuckDb;
using DuckDB.NET.Data;

namespace Causum.Integration.Databases;

public sealed class DuckDbContract(DuckDbContract.Seed seed) : DatabaseContract, IClassFixture<DuckDbContract.Seed>
{
    protected override IDatabaseConnector Connector(DatabaseOptions options) =>
        new DuckDbConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    protected override (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Reader =>
        Logins.Of(DatabaseType.Duckdb, "local_file", ("path", seed.File));

    protected override string DefaultSchema => "main";

    protected override IReadOnlyList<string> ExpectedSchemas => ["main", "other"];

    protected override bool HasOrigins => false;

    protected override string AMillionRows => "SELECT range FROM range(1000000)";

    protected override string DuplicateNames => "SELECT 1 AS a, 2 AS a, 3";

    protected override string NoName => "3";

    protected override IReadOnlyList<ColumnEntry> PeopleColumns =>
        [
            new("id", "INTEGER", false, None, 1, true),
            new("name", "VARCHAR", false, None, 2, false),
            new("born", "DATE", true, None, 3, false),
            new("balance", "DECIMAL(10,2)", true, Some("0"), 4, false),
            new("note", "VARCHAR", true, None, 5, false),
        ];

    protected override string SlowQuery => "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b";

    protected override IReadOnlyList<string> MoreThatMustNotRun =>
        [
            "COPY people TO '/tmp/causum-planted.csv'",
            "SELECT * FROM read_csv('/etc/hostname')",
            "SELECT * FROM '/etc/hostname'",
            "SELECT * FROM read_text('/etc/hostname')",
            "SET threads = 1",
            "SET lock_configuration = false",
            "ATTACH ':memory:' AS planted",
            "CREATE TEMP TABLE planted (id INTEGER)",
            "INSTALL httpfs",
            "LOAD httpfs",
            "PRAGMA enable_profiling",
            "CALL force_checkpoint()",
            "EXPORT DATABASE '/tmp/causum-planted'",
            "BEGIN; DELETE FROM people",
        ];

    [Theory]
    [InlineData("true", "BOOLEAN", "true")]
    [InlineData("(-128)::TINYINT", "TINYINT", "-128")]
    [InlineData("255::UTINYINT", "UTINYINT", "255")]
    [InlineData("65535::USMALLINT", "USMALLINT", "65535")]
    [InlineData("4294967295::UINTEGER", "UINTEGER", "4294967295")]
    [InlineData("18446744073709551615::UBIGINT", "UBIGINT", "\"18446744073709551615\"")]
    [InlineData("5::HUGEINT", "HUGEINT", "5")]
    [InlineData(
        "(-170141183460469231731687303715884105728)::HUGEINT",
        "HUGEINT",
        "\"-170141183460469231731687303715884105728\""
    )]
    [InlineData(
        "340282366920938463463374607431768211455::UHUGEINT",
        "UHUGEINT",
        "\"340282366920938463463374607431768211455\""
    )]
    [InlineData("'-123456789012345678901234567890'::BIGNUM", "BIGNUM", "\"-123456789012345678901234567890\"")]
    [InlineData("1.50::DECIMAL(4,2)", "DECIMAL(4,2)", "\"1.50\"")]
    [InlineData("(-0.05)::DECIMAL(9,2)", "DECIMAL(9,2)", "\"-0.05\"")]
    [InlineData(
        "12345678901234567890123456789012345.678::DECIMAL(38,3)",
        "DECIMAL(38,3)",
        "\"12345678901234567890123456789012345.678\""
    )]
    [InlineData("0.1::FLOAT", "FLOAT", "0.1")]
    [InlineData("'nan'::DOUBLE", "DOUBLE", "\"NaN\"")]
    [InlineData("'a longer text than twelve ä€'", "VARCHAR", "\"a longer text than twelve ä€\"")]
    [InlineData("'\\x00\\xFF'::BLOB", "BLOB", "\"AP8=\"")]
    [InlineData("'10111'::BIT", "BIT", "\"10111\"")]
    [InlineData("'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::UUID", "UUID", "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"")]
    [InlineData("DATE '2024-02-29'", "DATE", "\"2024-02-29\"")]
    [InlineData("'-infinity'::DATE", "DATE", "\"-infinity\"")]
    [InlineData("DATE '0044-03-15 (BC)'", "DATE", "\"-0043-03-15\"")]
    [InlineData("DATE '12345-06-07'", "DATE", "\"12345-06-07\"")]
    [InlineData("TIME '03:04:05.25'", "TIME", "\"03:04:05.250000\"")]
    [InlineData("'24:00:00'::TIME", "TIME", "\"24:00:00\"")]
    [InlineData("TIMETZ '12:34:56-03:30'", "TIME WITH TIME ZONE", "\"12:34:56-03:30\"")]
    [InlineData("TIMESTAMP '2024-01-02 03:04:05.6'", "TIMESTAMP", "\"2024-01-02T03:04:05.600000\"")]
    [InlineData("TIMESTAMP_S '2024-01-02 03:04:05'", "TIMESTAMP_S", "\"2024-01-02T03:04:05\"")]
    [InlineData("TIMESTAMP_MS '2024-01-02 03:04:05.006'", "TIMESTAMP_MS", "\"2024-01-02T03:04:05.006000\"")]
    [InlineData("TIMESTAMP_NS '2024-01-02 03:04:05.123456789'", "TIMESTAMP_NS", "\"2024-01-02T03:04:05.123456789\"")]
    [InlineData("'infinity'::TIMESTAMP", "TIMESTAMP", "\"infinity\"")]
    [InlineData("TIMESTAMP '1969-12-31 23:59:59.5'", "TIMESTAMP", "\"1969-12-31T23:59:59.500000\"")]
    [InlineData("TIMESTAMPTZ '2024-01-02 03:04:05+02'", "TIMESTAMP WITH TIME ZONE", "\"2024-01-02T01:04:05Z\"")]
    [InlineData("INTERVAL '1 year 2 months 3 days 04:05:06.7'", "INTERVAL", "\"P1Y2M3DT4H5M6.7S\"")]
    [InlineData("INTERVAL '0 days'", "INTERVAL", "\"PT0S\"")]
    [InlineData("'glad'::mood", "ENUM('glad', 'sad')", "\"glad\"")]
    [InlineData("'{\"a\": 1.10}'::JSON", "JSON", "{\"a\": 1.10}")]
    [InlineData("[1, NULL, 3]", "INTEGER[]", "[1,null,3]")]
    [InlineData("[[1], NULL, []]", "INTEGER[][]", "[[1],null,[]]")]
    [InlineData("array_value(1, 2)", "INTEGER[2]", "[1,2]")]
    [InlineData(
        "{'a': 1, 'b': ['x', NULL], 'c': NULL::INTEGER}",
        "STRUCT(a INTEGER, b VARCHAR[], c INTEGER)",
        "{\"a\":1,\"b\":[\"x\",null],\"c\":null}"
    )]
    [InlineData("MAP {'k': 1.5::DECIMAL(3,1), 'l': NULL}", "MAP(VARCHAR, DECIMAL(3,1))", "{\"k\":\"1.5\",\"l\":null}")]
    [InlineData("union_value(n := 7)", "UNION", "7")]
    [InlineData("NULL", "INTEGER", "null")]
    public async Task Values_have_the_form_of_the_protocol(string expression, string type, string json) =>
        Assert.Equal((type, json), await ValueAsync($"SELECT {expression}"));

    [Theory]
    [InlineData("SHOW TABLES")]
    [InlineData("DESCRIBE people")]
    [InlineData("SUMMARIZE people")]
    [InlineData("EXPLAIN SELECT * FROM people")]
    [InlineData("PRAGMA table_info('people')")]
    [InlineData("FROM people")]
    public async Task Reading_statements_beside_SELECT_run(string text)
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, text, rows));
        Assert.NotEmpty(rows.Rows);
    }

    [Fact]
    public async Task Comments_nest_as_the_guard_takes_them() =>
        Assert.Equal("1", (await ValueAsync("SELECT /* a /* b */ ' */ 1 -- */")).Json);

    public sealed class Seed : IDisposable
    {
        public string File { get; } = Path.Combine(Path.GetTempPath(), $"causum-{Guid.NewGuid():N}.duckdb");

        public Seed()
        {
            using var connection = new DuckDBConnection($"Data Source={File}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, born DATE, balance DECIMAL(10,2) DEFAULT 0, note VARCHAR);
                INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
                CREATE VIEW people_names AS SELECT name FROM people;
                CREATE TABLE vacant (id INTEGER, name VARCHAR);
                CREATE TABLE "odd.name" (id INTEGER);
                INSERT INTO "odd.name" VALUES (1);
                CREATE TABLE "odd name's" (id INTEGER);
                CREATE TABLE "order" (id INTEGER);
                INSERT INTO "order" VALUES (1);
                CREATE TABLE "Ünïcøde" (id INTEGER);
                CREATE SCHEMA other;
                CREATE TYPE mood AS ENUM ('glad', 'sad');
                """;
            command.ExecuteNonQuery();
        }

        public void Dispose() => System.IO.File.Delete(File);
    }
}
