using System.Text.Json.Nodes;
using Causum.Integration.Support;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;

namespace Causum.Integration.EndToEnd;

[CollectionDefinition(Name)]
public sealed class EndToEndCollection : ICollectionFixture<EndToEndServers>
{
    public const string Name = "end to end";
}

/// <summary>Redis and the four databases, started once and seeded with <see cref="SampleData"/>.</summary>
public sealed class EndToEndServers : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("causum-e2e-").FullName;
    private readonly Dictionary<string, TargetDatabase> targets = new(StringComparer.Ordinal);

    internal RedisServer Redis { get; } = new();

    internal PostgresServer Postgres { get; } = new();

    internal MariaDbServer MariaDb { get; } = new();

    /// <summary>The PostgreSQL database that holds the sample.</summary>
    internal string PostgresDatabase { get; private set; } = "";

    internal TargetDatabase Target(string type) => targets[type];

    public async Task InitializeAsync()
    {
        await Redis.InitializeAsync();
        await Postgres.InitializeAsync();
        await MariaDb.InitializeAsync();
        var script = string.Join(";\n", SampleData.Statements);
        PostgresDatabase = await Postgres.CreateDatabaseAsync(script);
        targets["postgresql"] = Server(
            "postgresql",
            Postgres.Port,
            PostgresServer.Superuser,
            PostgresServer.Password,
            PostgresDatabase,
            "public"
        );
        var mariaDb = await MariaDb.CreateDatabaseAsync(script);
        targets["mariadb"] = Server(
            "mariadb",
            MariaDb.Port,
            MariaDbServer.Superuser,
            MariaDbServer.Password,
            mariaDb,
            mariaDb
        );
        targets["sqlite"] = SeedSqlite(folder);
        SeedDuckDb();
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await Postgres.DisposeAsync();
        await MariaDb.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static TargetDatabase Server(
        string type,
        int port,
        string user,
        string password,
        string database,
        string schema
    ) =>
        new(
            type,
            new JsonObject
            {
                ["enabled"] = true,
                ["type"] = type,
                ["auth_type"] = "password",
                ["secret_mapping"] = new JsonObject
                {
                    ["username"] = "DB_USER",
                    ["password"] = "DB_PASS",
                    ["host"] = "DB_HOST",
                    ["database"] = "DB_NAME",
                },
                ["port"] = port,
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DB_USER"] = user,
                ["DB_PASS"] = password,
                ["DB_HOST"] = "127.0.0.1",
                ["DB_NAME"] = database,
            },
            schema
        );

    /// <summary>The sample in a file of its own; no server is needed for it.</summary>
    internal static TargetDatabase SeedSqlite(string folder)
    {
        var path = Path.Combine(folder, "sample.sqlite");
        using (
            var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
            )
        )
        {
            connection.Open();
            foreach (var statement in SampleData.Statements)
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }
        }
        return LocalFile("sqlite", path, "main");
    }

    private void SeedDuckDb()
    {
        var path = Path.Combine(folder, "sample.duckdb");
        using (
            var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path }.ToString())
        )
        {
            connection.Open();
            foreach (var statement in SampleData.Statements)
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement;
                command.ExecuteNonQuery();
            }
        }
        targets["duckdb"] = LocalFile("duckdb", path, "main");
    }

    private static TargetDatabase LocalFile(string type, string path, string schema) =>
        new(
            type,
            new JsonObject
            {
                ["enabled"] = true,
                ["type"] = type,
                ["auth_type"] = "local_file",
                ["path"] = path,
            },
            new Dictionary<string, string>(StringComparer.Ordinal),
            schema
        );
}
