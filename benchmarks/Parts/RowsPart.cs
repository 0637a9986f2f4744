using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Causum.Application.Ports;
using Causum.Application.Tasks.Rows;
using Causum.Application.Wire;
using Causum.Benchmarks.Harness;
using Causum.Domain.Config;
using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.Postgres;
using Causum.Infrastructure.Sqlite;
using Causum.Integration.Databases;
using Causum.Integration.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Causum.Benchmarks.Parts;

/// <summary>Rows into result JSON, through the adapter as a passthrough task does it, against the bare driver with the same JSON writer.</summary>
internal sealed class RowsPart : IPart
{
    private const int Count = 50_000;
    private const int Room = 256 * 1024 * 1024;
    private const string Query = "SELECT id, name, note, total, active, made FROM items";

    public string Name => "rows";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        yield return await SqliteAsync();
        yield return await PostgresAsync();
    }

    private static async Task<Figure> SqliteAsync()
    {
        await using var file = TemporaryDatabase.Sqlite(
            "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT, note TEXT, total REAL, active INTEGER, made TEXT)",
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Text(Count)}) "
                + "INSERT INTO items SELECT i, 'item ' || i, 'a note of some length about item ' || i, i / 7.0, i % 2, '2024-01-02T03:04:05' FROM n"
        );
        var (config, secrets) = Logins.Of(DatabaseType.Sqlite, "local_file", ("path", file.File));
        var opened = new SqliteConnector(
            DatabaseOptions.Default,
            TimeProvider.System,
            Logins.NoLog<AdoDatabase>()
        ).Open(config, secrets);
        return await CompareAsync(
            "SQLite",
            Opened(opened),
            SqlDialect.Sqlite,
            async () =>
            {
                await using var connection = new SqliteConnection(file.ConnectionString);
                return await BareAsync(
                    connection,
                    (reader, json) =>
                    {
                        json.WriteNumberValue(reader.GetInt64(0));
                        json.WriteStringValue(reader.GetString(1));
                        json.WriteStringValue(reader.GetString(2));
                        json.WriteNumberValue(reader.GetDouble(3));
                        json.WriteNumberValue(reader.GetInt64(4));
                        json.WriteStringValue(reader.GetString(5));
                    }
                );
            }
        );
    }

    private static async Task<Figure> PostgresAsync()
    {
        var server = new PostgresServer();
        await server.InitializeAsync();
        try
        {
            var name = await server.CreateDatabaseAsync(
                "CREATE TABLE items (id integer PRIMARY KEY, name text, note text, total double precision, active boolean, made timestamp);\n"
                    + $"INSERT INTO items SELECT i, 'item ' || i, 'a note of some length about item ' || i, i / 7.0, i % 2 = 1, '2024-01-02 03:04:05' FROM generate_series(1, {Text(Count)}) i"
            );
            var (config, secrets) = Logins.Of(
                DatabaseType.Postgresql,
                "password",
                ("host", PostgresServer.Host),
                ("port", server.Port),
                ("database", name),
                ("username", PostgresServer.Superuser),
                ("password", PostgresServer.Password)
            );
            var opened = new PostgresConnector(
                DatabaseOptions.Default,
                TimeProvider.System,
                Logins.NoLog<AdoDatabase>()
            ).Open(config, secrets);
            return await CompareAsync(
                "PostgreSQL",
                Opened(opened),
                SqlDialect.Postgresql,
                async () =>
                {
                    await using var connection = new NpgsqlConnection($"{server.ConnectionString(name)};Pooling=true");
                    return await BareAsync(
                        connection,
                        (reader, json) =>
                        {
                            json.WriteNumberValue(reader.GetInt32(0));
                            json.WriteStringValue(reader.GetString(1));
                            json.WriteStringValue(reader.GetString(2));
                            json.WriteNumberValue(reader.GetDouble(3));
                            json.WriteBooleanValue(reader.GetBoolean(4));
                            json.WriteStringValue(
                                reader.GetDateTime(5).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
                            );
                        }
                    );
                }
            );
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<Figure> CompareAsync(
        string what,
        IDatabase database,
        SqlDialect dialect,
        Func<Task<ReadOnlyMemory<byte>>> bare
    )
    {
        await using (database)
        {
            var query = ReadOnlyGuard
                .Check(dialect, Query)
                .IfLeft(_ => throw new InvalidOperationException("The query is a read."));
            var (expected, written) = (await bare(), await ProductAsync(database, query));
            if (!expected.Span.SequenceEqual(written.Span))
                throw new InvalidOperationException($"{what}: the two do not write the same JSON.");
            var (bareSeconds, productSeconds) = await Rounds.SecondsAsync(bare, () => ProductAsync(database, query));
            return Figure.AtLeast(
                $"{what}, {Count.ToString("#,0", CultureInfo.InvariantCulture)} rows of 6 columns",
                bareSeconds / productSeconds,
                0.8,
                "× bare driver",
                string.Create(CultureInfo.InvariantCulture, $" ({Count / productSeconds:#,0} rows/s)")
            );
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ProductAsync(IDatabase database, ReadOnlySql query)
    {
        using var sink = new RowsJsonSink(Count + 1, Room);
        var read = await database.QueryAsync(query, [], sink, CancellationToken.None);
        if (read.Case is Domain.Tasks.TaskFailure failure)
            throw new InvalidOperationException(failure.Message);
        return sink.Finish().RowsJson;
    }

    private static async Task<ReadOnlyMemory<byte>> BareAsync(
        DbConnection connection,
        Action<DbDataReader, Utf8JsonWriter> write
    )
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer, WireJson.Writing))
        {
            json.WriteStartArray();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                json.WriteStartArray();
                write(reader, json);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return buffer.WrittenMemory;
    }

    private static IDatabase Opened(Either<Domain.Tasks.TaskFailure, IDatabase> opened) =>
        opened.IfLeft(failure => throw new InvalidOperationException(failure.Message));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
