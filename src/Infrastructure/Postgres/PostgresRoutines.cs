using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;
using Npgsql;
using NpgsqlTypes;

namespace Causum.Infrastructure.Postgres;

/// <summary>What <c>pg_catalog</c> says of the routines that may act: functions that are VOLATILE or SECURITY DEFINER, and what calls them without a call.</summary>
internal static class PostgresRoutines
{
    /// <summary>An answer of more rows than this is none: everything is refused.</summary>
    private const int MostRows = 100_000;

    public static async Task<KnownRoutines> ReadAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<string> schemas,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (path, found) = await ActingAsync(connection, schemas, cancellationToken);
            if (found.Count > MostRows)
                return Unreadable;
            var operands = found.Where(f => f.Operand != 0).Select(f => f.Operand).Distinct().ToArray();
            var needs = operands.Length == 0 ? [] : await BearersAsync(connection, operands, cancellationToken);
            var facts = found.Select(f => f.Operand == 0 ? f.Fact : f.Fact with { Needs = needs });
            return new KnownRoutines(new RoutineCatalog(SqlDialect.Postgresql, CatalogExtent.Acting, facts), path);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return Unreadable;
        }
    }

    private static KnownRoutines Unreadable =>
        new(new RoutineCatalog(SqlDialect.Postgresql, CatalogExtent.Nothing, []), Path: []);

    private static async Task<(string[] Path, List<(RoutineFact Fact, uint Operand)> Found)> ActingAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<string> schemas,
        CancellationToken cancellationToken
    )
    {
        var question = new NpgsqlBatchCommand(PostgresRoutineQueries.Acting);
        question.Parameters.Add(
            new NpgsqlParameter { Value = schemas.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }
        );
        question.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostRows + 1 });
        // Going back to the savepoint takes the setting back as well.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SAVEPOINT before_routines"),
                new NpgsqlBatchCommand(PostgresRoutineQueries.Path),
                question,
                new NpgsqlBatchCommand("ROLLBACK TO SAVEPOINT before_routines"),
            },
        };
        var found = new List<(RoutineFact, uint)>();
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var path = rows.GetFieldValue<string[]>(0);
        await rows.NextResultAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            found.Add((Fact(rows), rows.IsDBNull(8) ? 0 : rows.GetFieldValue<uint>(8)));
        return (path, found);
    }

    private static RoutineFact Fact(NpgsqlDataReader row) =>
        new(
            (RoutineUseKind)row.GetInt32(0),
            row.GetString(1),
            row.GetString(2),
            OnPath: row.GetBoolean(3),
            row.GetBoolean(4) ? RoutineTrait.SecurityDefiner : RoutineTrait.Volatile,
            Origin: row.GetString(5),
            Fewest: row.GetInt32(6),
            Most: row.GetInt32(7)
        );

    /// <summary>Few databases have such operators or casts, so the rounds cost little.</summary>
    private static async Task<IReadOnlyList<string>> BearersAsync(
        NpgsqlConnection connection,
        uint[] operands,
        CancellationToken cancellationToken
    )
    {
        var types = new System.Collections.Generic.HashSet<uint>(operands);
        for (var newest = operands; newest.Length > 0; )
        {
            var holders = await OfTypesAsync<uint>(
                connection,
                PostgresRoutineQueries.Holders,
                newest,
                cancellationToken
            );
            newest = [.. holders.Where(types.Add)];
        }
        return await OfTypesAsync<string>(connection, PostgresRoutineQueries.Bearers, [.. types], cancellationToken);
    }

    private static async Task<List<T>> OfTypesAsync<T>(
        NpgsqlConnection connection,
        string query,
        uint[] types,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.Add(
            new NpgsqlParameter { Value = types, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Oid }
        );
        var found = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            found.Add(rows.GetFieldValue<T>(0));
        return found;
    }
}
