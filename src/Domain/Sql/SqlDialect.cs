namespace Causum.Domain.Sql;

/// <summary>Whose lexical and statement rules a query text follows; <see cref="Ansi"/> where none is named.</summary>
public enum SqlDialect
{
    Ansi,
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
