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

    private const string Myself =
        "CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')";

    private const string Writing =
        "PRIVILEGE_TYPE IN ('INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'ALTER', 'FILE', 'TRIGGER', 'EVENT')";

    /// <summary>Version, administrative rights, writing rights; then the read-only state under either of its names.</summary>
    public const string Facts = $"""
        SELECT VERSION(),
               (SELECT COUNT(*) FROM information_schema.USER_PRIVILEGES
                WHERE GRANTEE = {Myself} AND PRIVILEGE_TYPE IN ('SUPER', 'SHUTDOWN', 'CREATE USER')),
               (SELECT COUNT(*) FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = {Myself} AND {Writing})
             + (SELECT COUNT(*) FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE = {Myself} AND {Writing})
             + (SELECT COUNT(*) FROM information_schema.TABLE_PRIVILEGES WHERE GRANTEE = {Myself} AND {Writing});
        SHOW SESSION VARIABLES WHERE Variable_name IN ('transaction_read_only', 'tx_read_only')
        """;
}
