using Causum.Domain.Sql;

namespace Causum.Domain.Config;

/// <summary>The database kinds of the protocol; the wire name is the member's name in lower case.</summary>
public enum DatabaseType
{
    Postgresql,
    Mysql,
    Mariadb,
    Sqlserver,
    Oracle,
    Db2,
    Teradata,
    Vertica,
    Snowflake,
    Bigquery,
    Redshift,
    Athena,
    Databricks,
    Trino,
    Sparksql,
    Clickhouse,
    Duckdb,
    Sqlite,
}

public static class DatabaseTypes
{
    /// <summary>All wire names, in the order of the protocol.</summary>
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetValues<DatabaseType>().Select(WireName)];

    public static string WireName(this DatabaseType type) => type.ToString().ToLowerInvariant();

    public static Option<DatabaseType> Parse(string name) =>
        Names.Contains(name, StringComparer.Ordinal) ? Enum.Parse<DatabaseType>(name, ignoreCase: true) : None;

    public static SqlDialect Dialect(this DatabaseType type) => Enum.Parse<SqlDialect>(type.ToString());
}
