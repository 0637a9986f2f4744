using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.DuckDb;

internal static class DuckDbCatalog
{
    public static readonly CatalogQueries Queries = new(
        DefaultSchema: "SELECT current_schema()",
        Schemas: """
        SELECT schema_name FROM duckdb_schemas()
        WHERE database_name = current_database() AND NOT internal
          AND schema_name NOT IN ('information_schema', 'pg_catalog')
        UNION SELECT schema_name FROM duckdb_schemas()
        WHERE database_name = current_database() AND schema_name = 'main'
        """,
        Tables: """
        SELECT table_name, 0 FROM duckdb_tables()
        WHERE database_name = current_database() AND schema_name = :schema AND NOT internal
        UNION ALL SELECT view_name, 1 FROM duckdb_views()
        WHERE database_name = current_database() AND schema_name = :schema AND NOT internal
        """,
        Columns: """
        SELECT c.column_name, c.data_type, CAST(c.is_nullable AS INTEGER), c.column_default,
               CAST(EXISTS (SELECT 1 FROM duckdb_constraints() k
                            WHERE k.database_name = c.database_name AND k.schema_name = c.schema_name
                              AND k.table_name = c.table_name AND k.constraint_type = 'PRIMARY KEY'
                              AND list_contains(k.constraint_column_names, c.column_name)) AS INTEGER)
        FROM duckdb_columns() c
        WHERE c.database_name = current_database() AND c.schema_name = :schema AND c.table_name = :table
        ORDER BY c.column_index
        """,
        Existence: """
        SELECT CAST(EXISTS (SELECT 1 FROM duckdb_schemas()
                            WHERE database_name = current_database() AND schema_name = :schema) AS INTEGER),
               CAST(EXISTS (SELECT 1 FROM duckdb_columns()
                            WHERE database_name = current_database() AND schema_name = :schema
                              AND table_name = :table AND NOT internal) AS INTEGER)
        """,
        Sample: (place, limit) => CatalogQueries.SampleOf(SqlDialect.Duckdb, place, limit)
    );

    /// <summary>Version; whether the open file is read-only and the engine closed: no files, network or code from elsewhere, and all of that locked.</summary>
    public const string Facts = """
        SELECT version(),
               (SELECT readonly FROM duckdb_databases() WHERE database_name = current_database())
               AND NOT current_setting('enable_external_access')
               AND NOT current_setting('autoinstall_known_extensions') AND NOT current_setting('autoload_known_extensions')
               AND NOT current_setting('allow_community_extensions') AND NOT current_setting('allow_unsigned_extensions')
               AND current_setting('lock_configuration')
        """;
}
