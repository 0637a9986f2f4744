using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>IBM Db2 for LUW and z/OS.</summary>
internal static class Db2Functions
{
    public static readonly ActingFunctions List = new(
        (
            Network,
            "Db2 documentation, SYSTOOLS HTTP functions",
            "httpget* httppost* httpput* httpdelete* httphead* http_get* http_post* httpblob httpclob mqsend mqpublish mqread* mqreceive* mqsubscribe mqunsubscribe soaphttp*"
        ),
        (
            Admin,
            "Db2 documentation, ADMIN_CMD and administrative functions",
            "admin_cmd admin_command_* admin_drop_* admin_set_* sysproc.admin_cmd wlm_* mon_* env_*"
        ),
        (Harmless, "Db2 documentation, monitoring table functions that read", "mon_get_* env_get_* wlm_get_*"),
        (
            Files,
            "Db2 documentation, files of the server",
            "pd_get_diag_hist pdlogmsgs* ifs_* dsn8.* audit_* file_* blob_from_file clob_from_file get_clob_from_file get_blob_from_file"
        ),
        (Files, "Db2 documentation, built-in modules: UTL_FILE, UTL_DIR", "utl_file.* utl_dir.*"),
        (
            Network,
            "Db2 documentation, built-in modules: UTL_SMTP, UTL_MAIL, UTL_TCP",
            "utl_smtp.* utl_mail.* utl_tcp.*"
        ),
        (
            LockOrSleep,
            "Db2 documentation, built-in modules: waits and messages between sessions",
            "dbms_lock.* dbms_pipe.* dbms_alert.*"
        ),
        (
            RunsCode,
            "Db2 documentation, built-in modules: DBMS_SQL, DBMS_JOB, DBMS_DDL",
            "dbms_sql.* dbms_job.* dbms_ddl.*"
        ),
        (RunsCode, "Db2 for i and XML functions that run text", "qcmdexc interpret xmlcollection")
    );
}
