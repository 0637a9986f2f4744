using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>DuckDB with its bundled and common extensions.</summary>
internal static class DuckdbFunctions
{
    public static readonly ActingFunctions List = new(
        (Sequence, "DuckDB manual, Sequences", "nextval"),
        (
            Files,
            "DuckDB manual, CSV, JSON, Parquet, text and spreadsheet import",
            "read_csv* read_json* read_ndjson* read_parquet parquet_* read_text read_blob glob sniff_csv parquet_scan read_xlsx iceberg_* delta_* st_read* read_avro read_orc read_vortex read_lance query_parquet* arrow_scan* seq_scan_file duckdb_logs_file read_duckdb ducklake_* read_gsheet scan_arrow_ipc pandas_scan add_parquet_key"
        ),
        (
            Network,
            "DuckDB manual, scanners of other databases and the web",
            "sqlite_* postgres_* mysql_* http_* load_aws_credentials azure_* odbc_* bigquery_* snowflake_* shellfs*"
        ),
        (Harmless, "reads", "sqlite_version"),
        (
            Admin,
            "DuckDB manual, secrets and environment",
            "getenv duckdb_secrets which_secret pragma_* checkpoint force_checkpoint write_log enable_* disable_* truncate_duckdb_logs"
        ),
        (
            Harmless,
            "DuckDB manual, metadata pragmas as functions",
            "pragma_table_info pragma_show pragma_version pragma_database_size pragma_storage_info pragma_collations pragma_platform pragma_user_agent"
        ),
        (LockOrSleep, "DuckDB duckdb_functions()", "sleep_ms pg_sleep*"),
        (
            RunsCode,
            "DuckDB manual, functions that run text",
            "python_map_function query query_table json_execute_serialized_sql json_serialize_plan from_substrait from_substrait_json get_substrait get_substrait_json"
        )
    );
}
