using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>SQLite with the extensions of its shell.</summary>
internal static class SqliteFunctions
{
    public static readonly ActingFunctions List = new(
        (
            RunsCode,
            "SQLite manual, load_extension, edit, eval and fts3_tokenizer",
            "load_extension edit eval fts3_tokenizer"
        ),
        (
            Files,
            "SQLite manual, the command-line shell and its functions",
            "readfile writefile fsdir lsdir zipfile sqlar_* csv fileio_* sqlite_dbpage sqlite_dbdata sqlite_dbptr"
        ),
        (LockOrSleep, "SQLite source, shell and tests", "sleep")
    );
}
