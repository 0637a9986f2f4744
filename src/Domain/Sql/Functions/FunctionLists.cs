namespace Causum.Domain.Sql;

/// <summary>Which list of acting functions belongs to a dialect. A list is built when its dialect is first met.</summary>
internal static class FunctionLists
{
    public static ActingFunctions Of(SqlDialect dialect) =>
        dialect switch
        {
            SqlDialect.Postgresql => PostgresqlFunctions.List,
            SqlDialect.Redshift => PostgresqlFunctions.Redshift,
            SqlDialect.Vertica => PostgresqlFunctions.Vertica,
            SqlDialect.Mysql or SqlDialect.Mariadb => MysqlFunctions.List,
            SqlDialect.Sqlserver => SqlserverFunctions.List,
            SqlDialect.Oracle => OracleFunctions.List,
            SqlDialect.Db2 => Db2Functions.List,
            SqlDialect.Teradata => TeradataFunctions.List,
            SqlDialect.Snowflake => SnowflakeFunctions.List,
            SqlDialect.Bigquery => BigqueryFunctions.List,
            SqlDialect.Databricks or SqlDialect.Sparksql => SparkFunctions.List,
            SqlDialect.Trino or SqlDialect.Athena => TrinoFunctions.List,
            SqlDialect.Clickhouse => ClickhouseFunctions.List,
            SqlDialect.Duckdb => DuckdbFunctions.List,
            SqlDialect.Sqlite => SqliteFunctions.List,
            SqlDialect.Ansi => AnsiFunctions.List,
        };
}
