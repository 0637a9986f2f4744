using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Oracle Database. Packages are refused as a whole, save the members that only compute.</summary>
internal static class OracleFunctions
{
    public static readonly ActingFunctions List = new(
        (Admin, "Oracle PL/SQL Packages and Types Reference: supplied packages", "dbms_*.*"),
        (
            Harmless,
            "DBMS_LOB, DBMS_RANDOM, DBMS_METADATA, DBMS_ROWID, DBMS_UTILITY, DBMS_XPLAN, DBMS_CRYPTO: members that only read",
            "dbms_lob.substr dbms_lob.getlength dbms_lob.instr dbms_lob.compare dbms_random.value dbms_random.string dbms_random.normal dbms_random.random dbms_metadata.get_ddl dbms_rowid.* dbms_utility.get_hash_value dbms_utility.get_time dbms_utility.format_error_backtrace dbms_utility.format_error_stack dbms_utility.format_call_stack dbms_utility.get_sql_hash dbms_utility.port_string dbms_utility.current_instance dbms_lob.isopen dbms_lob.istemporary dbms_lob.get_storage_limit dbms_lob.getchunksize dbms_metadata.get_dependent_ddl dbms_metadata.get_granted_ddl dbms_metadata.get_xml dbms_assert.* dbms_crypto.hash dbms_xplan.display_cursor dbms_xplan.display_awr dbms_flashback.get_system_change_number dbms_session.is_role_enabled dbms_session.unique_session_id dbms_stats.convert_raw_to_number dbms_stats.convert_raw_to_date dbms_stats.convert_raw_to_varchar2 dbms_stats.convert_raw_to_nvarchar dbms_stats.convert_raw_to_bin_float dbms_stats.convert_raw_to_bin_double dbms_stats.convert_raw_to_rowid"
        ),
        (
            LockOrSleep,
            "Oracle PL/SQL Packages: waits, locks and messages between sessions",
            "dbms_lock.* dbms_pipe.* dbms_alert.* dbms_aq.* dbms_session.*"
        ),
        (
            RunsCode,
            "Oracle PL/SQL Packages: run text",
            "dbms_sql.* dbms_xmlgen.* dbms_xmlquery.* dbms_xmlsave.* dbms_xmlstore.* dbms_java.* dbms_java_test.* dbms_scheduler.* dbms_job.* dbms_export_extension.* dbms_sys_sql.* ctxsys.* owa_util.* ordsys.* apex_exec.* olap_table kupp$proc.* lt.*"
        ),
        (
            Network,
            "Oracle PL/SQL Packages: UTL_HTTP and its kin",
            "utl_http.* utl_tcp.* utl_smtp.* utl_mail.* utl_inaddr.* utl_dbws.* dbms_ldap.* dbms_cloud.* apex_web_service.* httpuritype httpuritype.* uritype ftpuritype urifactory urifactory.* dburitype xdburitype utl_nla.* dbms_vector.* dbms_vector_chain.*"
        ),
        (
            Files,
            "Oracle PL/SQL Packages: files and directories",
            "utl_file.* external bfilename dbms_xslprocessor.* dbms_advisor.* utl_xml.* xmlfile dbms_backup_restore.*"
        ),
        (
            Writes,
            "Oracle Spatial Developer's Guide: packages that store or fetch",
            "sdo_migrate.* sdo_topo.* sdo_topo_map.* sdo_net.* sdo_net_mem.* sdo_geor_admin.* sdo_geor_utl.* sdo_tin_pkg.* sdo_pc_pkg.* sdo_tune.* sdo_wfs_process.* sdo_wfs_lock.* sdo_csw_process.* sdo_ols.*"
        ),
        (Harmless, "UTL_RAW and its kin only compute", "utl_raw.* utl_match.* utl_i18n.* utl_encode.* utl_url.*"),
        (Admin, "Oracle PL/SQL Packages: other utilities", "utl_*.* owa_*.* htp.* wwv_*.*")
    );
}
