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
