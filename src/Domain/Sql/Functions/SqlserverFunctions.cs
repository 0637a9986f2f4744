using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Microsoft SQL Server and Azure SQL.</summary>
internal static class SqlserverFunctions
{
    public static readonly ActingFunctions List = new(
        (Network, "Transact-SQL reference, Rowset functions", "openrowset openquery opendatasource"),
        (
            Files,
            "Transact-SQL reference, OPENXML and system functions that read files",
            "openxml fn_get_audit_file fn_get_audit_file_v2 fn_trace_gettable fn_trace_getinfo fn_xe_file_target_read_file fn_xe_telemetry_blob_target_read_file dm_os_file_exists dm_os_enumerate_filesystem dm_os_enumerate_fixed_drives fn_dblog fn_dump_dblog fn_full_dblog xp_* fn_virtualfilestats_path"
        ),
        (Sequence, "Transact-SQL reference, NEWSEQUENTIALID", "newsequentialid"),
        (RunsCode, "OLE automation and extended procedures", "sp_*"),
        (Network, "Azure SQL, external model functions", "ai_generate_*")
    );
}
