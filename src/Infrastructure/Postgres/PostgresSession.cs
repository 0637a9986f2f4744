using Causum.Application.Ports;
using Causum.Domain.Rows;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Npgsql;
using Npgsql.PostgresTypes;
using Npgsql.Schema;
using NpgsqlTypes;

namespace Causum.Infrastructure.Postgres;

/// <summary>One read-only transaction.</summary>
internal sealed class PostgresSession(
    NpgsqlDataSource source,
    NpgsqlConnection connection,
    IReadOnlyList<string> warnings
) : IAdoSession, IRoutineLookup
{
    public async Task<ServerFacts> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(PostgresCatalog.Facts, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var found = new List<string>(warnings);
        found.AddRange(PostgresRights.Warnings(row));
        return new ServerFacts($"PostgreSQL {row.GetString(0)}", row.GetBoolean(1), found);
    }

    /// <summary>
    /// Described first, so that types whose binary form the driver cannot give exactly (numeric, interval, arrays, ranges, …) are asked for in the server's own
    /// text form, and the origin of the columns is known before the first row.
    /// </summary>
    public async Task ReadAsync(Statement statement, IRowSink sink, CancellationToken cancellationToken)
    {
        await using var command = PostgresParameters.Command(statement, connection);
        var described = await DescribeAsync(command, cancellationToken);
        // Of what gives no rows some acts even in a read-only transaction (COPY … TO a file of the server): it is never run.
        if (described.Count == 0)
            throw new DatabaseRefusedException(DatabaseFailures.Of(DatabaseFault.PermissionDenied));
        var origins = await OriginsAsync(described, cancellationToken);
        var columns = new ResultColumn[described.Count];
        var cells = new CellReader[described.Count];
        var asText = new bool[described.Count];
        for (var i = 0; i < described.Count; i++)
        {
            var (column, typeName) = described[i];
            columns[i] = new ResultColumn(column.ColumnName, typeName, origins[i]);
            asText[i] = !PostgresCells.Binary.TryGetValue(column.TypeOID, out cells[i]!);
            if (asText[i])
                cells[i] = PostgresText.Reader(column.PostgresType);
        }
        command.UnknownResultTypeList = asText;
        cancellationToken.ThrowIfCancellationRequested();
        await using var cancel = new RepeatedCancel(CancelAsync, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancel.Abandon);
        if (!await RowPump.CopyAsync(reader, columns, cells, sink, cancel.Abandon, cancellationToken))
            await StopAsync(command, reader);
    }

    public Task<KnownRoutines> RoutinesAsync(
        IReadOnlyCollection<string> schemas,
        CancellationToken cancellationToken
    ) => PostgresRoutines.ReadAsync(connection, schemas, cancellationToken);

    /// <summary>Returning the connection resets it; a broken one is thrown away by the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (connection.FullState == System.Data.ConnectionState.Open)
            {
                await using var rollback = new NpgsqlCommand("ROLLBACK", connection);
                await rollback.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the transaction with it.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<(NpgsqlDbColumn Column, string TypeName)>> DescribeAsync(
        NpgsqlCommand command,
        CancellationToken cancellationToken
    )
    {
        var columns = await SchemaAsync(command, cancellationToken);
        if (!columns.Any(c => c.Column.PostgresType is UnknownBackendType))
            return columns;
        // A type made after the driver read the catalog.
        await connection.ReloadTypesAsync(cancellationToken);
        return await SchemaAsync(command, cancellationToken);
    }

    private static async Task<IReadOnlyList<(NpgsqlDbColumn Column, string TypeName)>> SchemaAsync(
        NpgsqlCommand command,
        CancellationToken cancellationToken
    )
    {
        await using var reader = await command.ExecuteReaderAsync(
            System.Data.CommandBehavior.SchemaOnly,
            cancellationToken
        );
        var columns = await reader.GetColumnSchemaAsync(cancellationToken);
        return
        [
            .. columns
                .Cast<NpgsqlDbColumn>()
                .Select((column, i) => (column, TypeName(column, reader.GetDataTypeName(i)))),
        ];
    }

    /// <summary>As <c>format_type</c> prints it: with length or precision, and without the schema that everybody has.</summary>
    private static string TypeName(NpgsqlDbColumn column, string name) =>
        column.TypeOID == 18
            ? "\"char\""
            : (name.StartsWith("public.", StringComparison.Ordinal) ? name["public.".Length..] : name).Replace(
                ", ",
                ",",
                StringComparison.Ordinal
            );

    private async Task<Option<ColumnOrigin>[]> OriginsAsync(
        IReadOnlyList<(NpgsqlDbColumn Column, string TypeName)> described,
        CancellationToken cancellationToken
    )
    {
        var columns = described.Select(d => d.Column).ToList();
        var origins = new Option<ColumnOrigin>[columns.Count];
        if (columns.TrueForAll(c => c.TableOID == 0))
            return origins;
        await using var command = new NpgsqlCommand(PostgresCatalog.Origins, connection);
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = columns.Select(c => c.TableOID).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Oid,
            }
        );
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = columns.Select(c => c.ColumnAttributeNumber ?? 0).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint,
            }
        );
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            origins[rows.GetInt64(0) - 1] = new ColumnOrigin(rows.GetString(1), rows.GetString(2), rows.GetString(3));
        return origins;
    }

    private async Task CancelAsync(CancellationToken cancellationToken)
    {
        await using var other = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_catalog.pg_cancel_backend($1)", other);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = connection.ProcessID });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Asks the server to stop instead of reading the rest.</summary>
    private static async Task StopAsync(NpgsqlCommand command, NpgsqlDataReader reader)
    {
        command.Cancel();
        try
        {
            await reader.DisposeAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // What was asked for.
        }
    }
}
