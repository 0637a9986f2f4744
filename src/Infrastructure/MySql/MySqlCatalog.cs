using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.MySql;

internal static class MySqlCatalog
{
    public static readonly CatalogQueries Queries = new(
        DefaultSchema: "SELECT DATABASE()",
        Schemas: """
        SELECT SCHEMA_NAME FROM information_schema.SCHEMATA
        WHERE LOWER(SCHEMA_NAME) NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')
        """,
        Tables: """
        SELECT TABLE_NAME, TABLE_TYPE = 'VIEW' FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = :schema AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
        """,
        // MariaDB writes the text NULL where MySQL has no default.
        Columns: """
        SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE = 'YES', NULLIF(COLUMN_DEFAULT, 'NULL'), COLUMN_KEY = 'PRI'
        FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = :schema AND TABLE_NAME = :table
        ORDER BY ORDINAL_POSITION
        """,
        Existence: """
        SELECT EXISTS (SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = :schema),
               EXISTS (SELECT 1 FROM information_schema.TABLES
                       WHERE TABLE_SCHEMA = :schema AND TABLE_NAME = :table AND TABLE_TYPE <> 'SEQUENCE')
        """,
        Sample: (place, limit) => CatalogQueries.SampleOf(SqlDialect.Mysql, place, limit)
    );

    /// <summary>The version; the settings of the session that the second line rests on, under the names of either server; the login's grants, one a row.</summary>
    public const string Facts = """
        SELECT VERSION();
        SHOW SESSION VARIABLES WHERE Variable_name IN
          ('transaction_read_only', 'tx_read_only', 'sql_mode', 'max_statement_time', 'max_execution_time');
        SHOW GRANTS
        """;
}
