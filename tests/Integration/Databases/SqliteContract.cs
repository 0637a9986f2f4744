using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.Sqlite;
using Microsoft.Data.Sqlite;

namespace Causum.Integration.Databases;

public sealed class SqliteContract(SqliteContract.Seed seed) : DatabaseContract, IClassFixture<SqliteContract.Seed>
{
    protected override IDatabaseConnector Connector(DatabaseOptions options) =>
        new SqliteConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    protected override (DatabaseConfig, IReadOnlyDictionary<string, Secret>) Reader =>
        Logins.Of(DatabaseType.Sqlite, "local_file", ("path", seed.File));

    protected override string DefaultSchema => "main";

    protected override IReadOnlyList<string> ExpectedSchemas => ["main"];

    protected override bool HasOrigins => true;

    protected override string AMillionRows =>
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) SELECT x FROM n";

    protected override IReadOnlyList<ColumnEntry> PeopleColumns =>
        [
            new("id", "INTEGER", false, None, 1, true),
            new("name", "VARCHAR(40)", false, None, 2, false),
            new("born", "DATE", true, None, 3, false),
            new("balance", "NUMERIC(10,2)", true, Some("0"), 4, false),
            new("note", "TEXT", true, None, 5, false),
        ];

    protected override string SlowQuery =>
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100000000000) SELECT count(*) FROM n";

    protected override IReadOnlyList<string> MoreThatMustNotRun =>
        [
            "ATTACH DATABASE '/tmp/causum-planted.db' AS planted",
            "PRAGMA query_only = 0",
            "PRAGMA writable_schema = 1",
            "PRAGMA user_version = 7",
            "PRAGMA journal_mode = DELETE",
            "SELECT load_extension('planted')",
            "VACUUM",
            "VACUUM INTO '/tmp/causum-planted.db'",
            "CREATE TEMP TABLE planted (id INTEGER)",
            "BEGIN; DELETE FROM people",
            "REINDEX",
        ];

    [Theory]
    [InlineData("SELECT 9223372036854775807", "integer", "\"9223372036854775807\"")]
    [InlineData("SELECT 42", "integer", "42")]
    [InlineData("SELECT 1.5", "real", "1.5")]
    [InlineData("SELECT 9e999", "real", "\"Infinity\"")]
    [InlineData("SELECT 'ä🙂'", "text", "\"ä\\uD83D\\uDE42\"")]
    [InlineData("SELECT x'00ff'", "blob", "\"AP8=\"")]
    [InlineData("SELECT x''", "blob", "\"\"")]
    [InlineData("SELECT NULL", "null", "null")]
    [InlineData("SELECT born FROM people WHERE id = 1", "DATE", "\"1975-12-10\"")]
    [InlineData("SELECT balance FROM people WHERE id = 1", "NUMERIC(10,2)", "12.5")]
    [InlineData("SELECT cast(x'fffe41' AS text)", "text", "\"\uFFFD\uFFFDA\"")]
    public async Task Values_come_by_storage_class_under_the_declared_type(string query, string type, string json) =>
        Assert.Equal((type, json), await ValueAsync(query));

    public sealed class Seed : IDisposable
    {
        public string File { get; } = Path.Combine(Path.GetTempPath(), $"causum-{Guid.NewGuid():N}.sqlite");

        public Seed()
        {
            using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, born DATE, balance NUMERIC(10,2) DEFAULT 0, note TEXT);
                INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
                CREATE VIEW people_names AS SELECT name FROM people;
                CREATE TABLE vacant (id INTEGER, name TEXT);
                CREATE TABLE "odd.name" (id INTEGER);
                INSERT INTO "odd.name" VALUES (1);
                CREATE TABLE "odd name's" (id INTEGER);
                CREATE TABLE "order" (id INTEGER);
                INSERT INTO "order" VALUES (1);
                CREATE TABLE "Ünïcøde" (id INTEGER);
                """;
            command.ExecuteNonQuery();
        }

        public void Dispose() => System.IO.File.Delete(File);
    }
}
