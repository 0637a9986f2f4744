using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.Sqlite;

internal static class SqliteCatalog
{
    public static readonly CatalogQueries Queries = new(
        DefaultSchema: "SELECT 'main'",
        Schemas: "SELECT name FROM pragma_database_list WHERE name <> 'temp'",
        Tables: """
        SELECT name, type = 'view' FROM pragma_table_list
        WHERE schema = :schema AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite^_%' ESCAPE '^'
        """,
        Columns: """
        SELECT name, type, "notnull" = 0, dflt_value, pk > 0 FROM pragma_table_xinfo(:table, :schema)
        WHERE hidden <> 1 ORDER BY cid
        """,
        Existence: """
        SELECT EXISTS (SELECT 1 FROM pragma_database_list WHERE name = :schema),
               EXISTS (SELECT 1 FROM pragma_table_list WHERE schema = :schema AND name = :table
                       AND name NOT LIKE 'sqlite^_%' ESCAPE '^')
        """,
        Sample: (place, limit) => CatalogQueries.SampleOf(SqlDialect.Sqlite, place, limit)
    );
}
