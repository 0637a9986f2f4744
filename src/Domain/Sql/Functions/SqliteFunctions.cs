using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>SQLite with the extensions of its shell.</summary>
internal static class SqliteFunctions
{
    public static readonly ActingFunctions List = new(
        (
            RunsCode,
            "SQLite manual, load_extension, edit, eval and fts3_tokenizer",
            "load_extension edit eval define undefine fts3_tokenizer sha3_query shell_add_schema"
        ),
        (
            Files,
            "SQLite manual, the command-line shell and its functions",
            "blobfromfile blobtofile import* export* xb_loadxml xb_storexml readfile writefile fsdir lsdir zipfile sqlar_* csv fileio_* sqlite_dbpage sqlite_dbdata sqlite_dbptr"
        ),
        (Writes, "SQLite manual, FTS3: optimize merges the index; sqlite_log writes to the log", "optimize sqlite_log"),
        (Network, "sqlite-http", "http_*"),
        (
            Writes,
            "SpatiaLite, SQLCipher and CR-SQLite references",
            "initspatialmetadata* addgeometrycolumn recovergeometrycolumn discardgeometrycolumn createspatialindex disablespatialindex sqlcipher_export crsql_as_crr crsql_as_table crsql_begin_alter crsql_commit_alter crsql_finalize"
        ),
        (LockOrSleep, "SQLite source, shell and tests", "sleep usleep")
    );
}
