using System.Globalization;
using System.Text;
using MySqlConnector;

namespace Causum.Integration.Guard.Differential;

/// <summary>Texts that read all that a statement could have changed in a MariaDB server, save files. Each gives names and values.</summary>
internal static class MariaDbLook
{
    private const string Volatile =
        "'TIMESTAMP', 'ERROR_COUNT', 'WARNING_COUNT', 'RAND_SEED1', 'RAND_SEED2', 'PSEUDO_THREAD_ID'";

    private const string Session = $"""
        COMMIT;
        SELECT concat('session/', variable_name), variable_value FROM information_schema.session_variables WHERE variable_name NOT IN ({Volatile});
        SELECT concat('session/ran ', variable_name), variable_value FROM information_schema.session_status
        WHERE variable_name LIKE 'COM\\_%' AND variable_value <> '0'
          AND variable_name NOT IN ('COM_SELECT', 'COM_COMMIT', 'COM_SET_OPTION', 'COM_MULTI', 'COM_CHECKSUM', 'COM_EMPTY_QUERY') AND variable_name NOT LIKE 'COM\\_SHOW%';
        SELECT concat('session/user variable ', variable_name), variable_value FROM information_schema.user_variables;
        SELECT 'session/place', concat_ws(' ', database(), current_user(), current_role(), last_insert_id());
        SELECT 'locks/named', release_all_locks();
        SELECT concat('catalog/', table_schema, '.', table_name), concat_ws(' ', engine, create_time, table_comment) FROM information_schema.tables
        WHERE table_schema NOT IN ('information_schema', 'performance_schema', 'sys');
        SELECT concat('catalog/plugin ', plugin_name), plugin_status FROM information_schema.plugins;
        SELECT 'sequences/counter', concat_ws(' ', next_not_cached_value, cycle_count) FROM counter;
        SELECT 'sequences/counter now', lastval(counter);

        """;

    /// <summary>From the other session, which also says by that that it lives, and counts the rows that nobody has locked.</summary>
    public const string Outside = """
        SELECT 'server/other session lives', 'yes';
        SELECT 'locks/people', count(*) FROM (SELECT id FROM people FOR UPDATE SKIP LOCKED) x;
        SELECT 'locks/orders', count(*) FROM (SELECT id FROM orders FOR UPDATE SKIP LOCKED) x;
        SELECT concat('server/', variable_name), variable_value FROM information_schema.global_variables;
        SELECT concat('locks/table ', table_schema, '.', table_name), 1 FROM information_schema.tables
        WHERE table_schema = 'bare' AND table_comment LIKE '%lock%';
        SELECT 'locks/planted', is_used_lock('planted');
        SELECT concat('server/', variable_name), variable_value FROM information_schema.global_status
        WHERE variable_name IN ('PREPARED_STMT_COUNT', 'COM_SHUTDOWN', 'COM_KILL', 'BINLOG_COMMITS', 'FEATURE_TIMEZONE');
        """;

    public static async Task<string> QueryAsync(MySqlConnection connection)
    {
        var text = new StringBuilder(Session);
        var tables = await ReadAsync(
            connection,
            """
            SELECT table_schema, table_name FROM information_schema.tables
            WHERE table_schema IN ('bare', 'mysql') AND table_type = 'BASE TABLE'
              AND table_name NOT IN ('transaction_registry', 'innodb_table_stats', 'innodb_index_stats')
            """
        );
        foreach (var (schema, table) in tables)
            text.Append(string.Create(CultureInfo.InvariantCulture, $"CHECKSUM TABLE `{schema}`.`{table}`;\n"));
        return text.ToString();
    }

    public static async Task<Dictionary<string, string>> GlobalsAsync(MySqlConnection connection) =>
        (
            await ReadAsync(
                connection,
                "SELECT variable_name, variable_value FROM information_schema.global_variables WHERE variable_name <> 'GTID_BINLOG_STATE'"
            )
        ).ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    public static async Task<List<(string Name, string Value)>> ReadAsync(MySqlConnection connection, string text)
    {
        var entries = new List<(string, string)>();
        await using var command = new MySqlCommand(text, connection);
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                var name = Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!;
                // CHECKSUM TABLE names the table alone.
                var area =
                    reader.GetName(0) == "Table"
                        ? (name.StartsWith("bare.", StringComparison.Ordinal) ? "data/" : "catalog/checksum ")
                        : "";
                entries.Add((area + name, Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture)!));
            }
        } while (await reader.NextResultAsync());
        return entries;
    }
}
