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

    /// <summary>One row: version, read-only state, superuser, may write to a table, sees a view that calls a function which may act and comes from no extension.</summary>
    public const string Facts = """
        SELECT pg_catalog.current_setting('server_version'),
               pg_catalog.current_setting('transaction_read_only') = 'on',
               (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user),
               EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                       WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                         AND has_schema_privilege(n.oid, 'USAGE')
                         AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))
                 OR has_database_privilege(current_database(), 'CREATE'),
               EXISTS (SELECT FROM pg_catalog.pg_depend d
                       JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid AND (p.provolatile = 'v' OR p.prosecdef)
                       JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
                       WHERE d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.refclassid = 'pg_catalog.pg_proc'::regclass
                         AND has_table_privilege(r.ev_class, 'SELECT')
                         AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                                         WHERE e.classid = d.refclassid AND e.objid = p.oid AND e.deptype = 'e'))
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
