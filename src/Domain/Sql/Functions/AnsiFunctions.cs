using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Where no dialect is named: the acting functions that attacks most often use, of all of them.</summary>
internal static class AnsiFunctions
{
    public static readonly ActingFunctions List = new(
        (Sequence, "all", "nextval setval"),
        (Session, "all", "set_config"),
        (
            Files,
            "all",
            "pg_read_file pg_read_binary_file pg_ls_* pg_stat_file lo_import lo_export load_file readfile writefile read_csv* read_json* read_parquet read_text read_blob utl_file.* bfilename fsdir"
        ),
        (Writes, "all", "lo_unlink lo_create lo_creat lo_put lo_from_bytea pg_notify"),
        (
            Network,
            "all",
            "dblink* openrowset openquery opendatasource utl_http.* utl_tcp.* utl_inaddr.* httpuritype external_query http_* url remote postgres_scan mysql_scan sqlite_scan"
        ),
        (
            LockOrSleep,
            "all",
            "pg_sleep* pg_advisory_* pg_try_advisory_* sleep benchmark get_lock dbms_lock.* dbms_pipe.* waitfor sleepEachRow"
        ),
        (Admin, "all", "pg_terminate_backend pg_cancel_backend pg_reload_conf xp_* system$*"),
        (
            RunsCode,
            "all",
            "query_to_xml* load_extension sys_exec sys_eval java_method reflect dbms_sql.* dbms_xmlgen.* system.query"
        )
    );
}
