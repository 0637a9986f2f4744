using System.Text;

namespace Causum.Integration.Guard.Differential;

/// <summary>One text that reads all that a statement could have changed in a PostgreSQL server, save files.</summary>
internal static class PostgresLook
{
    private const string Tables = """
        SELECT CASE WHEN n.nspname = 'pg_catalog' THEN CASE WHEN c.relname LIKE 'pg_largeobject%' THEN 'large objects' ELSE 'catalog' END ELSE 'data' END,
               c.oid::regclass::text, c.relkind::text
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm', 'S') AND n.nspname NOT IN ('pg_toast', 'information_schema')
          AND c.relname NOT IN ('pg_statistic', 'pg_statistic_ext_data')
        ORDER BY 2
        """;

    private const string Session = """
        SELECT 'session/setting ' || name, setting FROM pg_settings;
        SELECT 'session/own setting', current_setting('causum.planted', true);
        SELECT 'session/role', current_user || ' ' || session_user || ' ' || current_schemas(true)::text;
        SELECT 'session/prepared ' || name, statement FROM pg_prepared_statements;
        SELECT 'session/cursor ' || name, statement FROM pg_cursors WHERE name <> '';
        SELECT 'session/listens ' || c, '' FROM pg_listening_channels() c;
        SELECT 'locks/' || concat_ws(' ', locktype, mode, relation::regclass, classid, objid), count(*)::text FROM pg_locks
        WHERE locktype = 'advisory' OR pid <> pg_backend_pid() AND locktype <> 'virtualxid' GROUP BY 1;
        SELECT 'server/transactions', pg_snapshot_xmax(pg_current_snapshot())::text;
        SELECT 'server/slot ' || slot_name, plugin || slot_type FROM pg_replication_slots;
        SELECT 'server/origin ' || roname, '' FROM pg_replication_origin;
        SELECT 'server/prepared transaction ' || gid, '' FROM pg_prepared_xacts;
        SELECT 'server/configuration loaded', pg_conf_load_time()::text;
        SELECT 'server/log segment', pg_walfile_name(pg_current_wal_lsn());
        SELECT 'server/statistics reset', concat_ws(' ', (SELECT max(stats_reset) FROM pg_stat_database), b.stats_reset, w.stats_reset)
        FROM pg_stat_bgwriter b, pg_stat_wal w;
        """;

    public static async Task<string> QueryAsync(PostgresWire wire)
    {
        var text = new StringBuilder(Session);
        var tables = await wire.QueryAsync(Tables);
        foreach (var table in tables.Rows)
        {
            var (area, name, kind) = (table[0]!, table[1]!, table[2]!);
            text.Append(
                kind == "S"
                    ? $"SELECT 'sequences/{Literal(name)}', t::text FROM {name} t;\n"
                    : $"SELECT '{area}/{Literal(name)}', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {name} t;\n"
            );
        }
        return text.ToString();
    }

    private static string Literal(string name) => name.Replace("'", "''", StringComparison.Ordinal);
}
