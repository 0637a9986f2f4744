using System.Globalization;
using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;
using MySqlConnector;

namespace Causum.Infrastructure.MySql;

/// <summary>What the catalog says of stored functions and of functions from loaded libraries.</summary>
internal static class MySqlRoutines
{
    /// <summary>ER_TABLEACCESS_DENIED_ERROR: few logins may read the table of loaded functions.</summary>
    private const int AccessDenied = 1142;

    /// <summary>
    /// A function that its owner declared DETERMINISTIC, NO SQL or READS SQL DATA counts as reading: the declarations that the server itself asks for before it trusts a
    /// function in its binary log (MySQL manual, Stored Program Binary Logging). CONTAINS SQL says nothing, it is the default.
    /// </summary>
    private const string Reads =
        "SQL_DATA_ACCESS IN ('READS SQL DATA', 'NO SQL') OR (SQL_DATA_ACCESS = 'CONTAINS SQL' AND IS_DETERMINISTIC = 'YES')";

    public static async Task<KnownRoutines> ReadAsync(
        MySqlConnection connection,
        SqlDialect dialect,
        IReadOnlyCollection<string> schemas,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Question(schemas.Count);
        foreach (var (i, schema) in schemas.Index())
            command.Parameters.AddWithValue(Parameter(i), schema);
        var facts = new List<RoutineFact>();
        var extent = CatalogExtent.Stored;
        try
        {
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                facts.Add(Stored(rows));
            await rows.NextResultAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                facts.Add(Loaded(rows.GetString(0)));
            extent = CatalogExtent.All;
        }
        catch (MySqlException e) when (e.Number == AccessDenied)
        {
            // Stored functions are known, loaded ones are not.
        }
        return new KnownRoutines(new RoutineCatalog(dialect, extent, facts), [connection.Database]);
    }

    private static string Question(int schemas)
    {
        var named = string.Concat(Enumerable.Range(0, schemas).Select(i => $", {Parameter(i)}"));
        return $"""
            SELECT ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_SCHEMA = DATABASE(), {Reads}
            FROM information_schema.ROUTINES
            WHERE ROUTINE_TYPE = 'FUNCTION' AND ROUTINE_SCHEMA IN (DATABASE(){named});
            SELECT name FROM mysql.func
            """;
    }

    private static string Parameter(int i) => string.Create(CultureInfo.InvariantCulture, $"@schema{i}");

    private static RoutineFact Stored(MySqlDataReader row) =>
        new(
            RoutineUseKind.Call,
            row.GetString(0),
            row.GetString(1),
            OnPath: row.GetInt64(2) != 0,
            row.GetInt64(3) != 0 ? RoutineTrait.Reads : RoutineTrait.Undeclared
        );

    private static RoutineFact Loaded(string name) =>
        new(RoutineUseKind.Call, Schema: "", name, OnPath: true, RoutineTrait.Loaded);
}
