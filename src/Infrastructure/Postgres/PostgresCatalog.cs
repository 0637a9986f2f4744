using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.Postgres;

/// <summary>Introspection from <c>pg_catalog</c>, which unlike <c>information_schema</c> also shows materialized views and costs no permission joins.</summary>
internal static class PostgresCatalog
{
    private const string Readable =
        "(has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))";

    public static readonly CatalogQueries Queries = new(
        DefaultSchema: "SELECT current_schema()::text",
        Schemas: """
        SELECT nspname::text FROM pg_catalog.pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND has_schema_privilege(oid, 'USAGE')
        """,
        Tables: $"""
        SELECT c.relname::text, CASE WHEN c.relkind IN ('v', 'm') THEN 1 ELSE 0 END
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND {Readable}
        """,
        Columns: """
        SELECT a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod),
               CASE WHEN a.attnotnull THEN 0 ELSE 1 END,
               pg_catalog.pg_get_expr(d.adbin, d.adrelid),
               CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_index i
                                 WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey))
                    THEN 1 ELSE 0 END
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum AND a.attgenerated = ''
        WHERE n.nspname = :schema AND c.relname = :table AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
        ORDER BY a.attnum
        """,
        Existence: """
        SELECT CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = :schema) THEN 1 ELSE 0 END,
               CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_class c
                                 JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                                 WHERE n.nspname = :schema AND c.relname = :table
                                   AND c.relkind IN ('r', 'p', 'f', 'v', 'm')) THEN 1 ELSE 0 END
        """,
        Sample: (place, limit) => CatalogQueries.SampleOf(SqlDialect.Postgresql, place, limit)
    );

    /// <summary>
    /// One row: version; whether the transaction is read-only; whether the start-up options arrived; superuser; may write to a table, sequence, schema or the
    /// database; belongs to a role that writes everywhere or administers; belongs to a role that reaches files or programs of the server;
    /// sees a view that calls a function which may act and comes from no extension.
    /// </summary>
    public const string Facts = """
        SELECT pg_catalog.current_setting('server_version'),
               pg_catalog.current_setting('transaction_read_only') = 'on',
               pg_catalog.current_setting('default_transaction_read_only') = 'on'
                 AND pg_catalog.current_setting('idle_in_transaction_session_timeout') <> '0',
               me.rolsuper,
               EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                         AND has_schema_privilege(n.oid, 'USAGE')
                         AND CASE WHEN c.relkind IN ('r', 'p', 'v', 'f')
                                  THEN has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                                    OR has_any_column_privilege(c.oid, 'INSERT, UPDATE')
                                  WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE')
                                  ELSE false END)
                 OR EXISTS (SELECT FROM pg_catalog.pg_namespace n
                            WHERE n.nspname !~ '^pg_' AND has_schema_privilege(n.oid, 'CREATE'))
                 OR has_database_privilege(current_database(), 'CREATE'),
               me.rolcreaterole OR me.rolcreatedb OR me.rolreplication
                 OR EXISTS (SELECT FROM pg_catalog.pg_roles r
                            WHERE r.rolname IN ('pg_write_all_data', 'pg_signal_backend', 'pg_checkpoint', 'pg_maintain',
                                                'pg_create_subscription', 'pg_database_owner')
                              AND pg_has_role(r.oid, 'USAGE')),
               EXISTS (SELECT FROM pg_catalog.pg_roles r
                       WHERE r.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
                         AND pg_has_role(r.oid, 'USAGE')),
               EXISTS (SELECT FROM pg_catalog.pg_depend d
                       JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid AND (p.provolatile = 'v' OR p.prosecdef)
                       JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
                       WHERE d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.refclassid = 'pg_catalog.pg_proc'::regclass
                         AND has_table_privilege(r.ev_class, 'SELECT')
                         AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                                         WHERE e.classid = d.refclassid AND e.objid = p.oid AND e.deptype = 'e'))
        FROM pg_catalog.pg_roles me WHERE me.rolname = current_user
        """;

    /// <summary>Schema, table and column names by table number and column number, given as two arrays of the same length.</summary>
    public const string Origins = """
        SELECT o.place, n.nspname::text, c.relname::text, a.attname::text
        FROM unnest($1, $2) WITH ORDINALITY AS o (relation, attribute, place)
        JOIN pg_catalog.pg_class c ON c.oid = o.relation
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.attribute
        """;
}
