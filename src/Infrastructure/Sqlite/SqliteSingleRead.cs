using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using SQLitePCL;

namespace Causum.Infrastructure.Sqlite;

/// <summary>The driver runs every statement of a text. The engine is asked before: there must be one, it gives rows, and it does not write.</summary>
internal static class SqliteSingleRead
{
    public static void Require(sqlite3 database, string text)
    {
        if (raw.sqlite3_prepare_v2(database, text, out var statement, out var tail) != raw.SQLITE_OK)
            return; // The driver's own attempt reports the fault.
        using (statement)
        {
            if (raw.sqlite3_stmt_readonly(statement) == 0 || raw.sqlite3_column_count(statement) == 0)
                throw new DatabaseRefusedException(DatabaseFailures.Of(DatabaseFault.PermissionDenied));
        }
        if (!IsEmpty(database, tail))
            throw new DatabaseRefusedException(DatabaseFailures.Of(DatabaseFault.QueryError));
    }

    /// <summary>Blanks and comments make no statement.</summary>
    private static bool IsEmpty(sqlite3 database, string tail)
    {
        if (string.IsNullOrWhiteSpace(tail))
            return true;
        var isRead = raw.sqlite3_prepare_v2(database, tail, out var statement, out _) == raw.SQLITE_OK;
        using (statement)
            return isRead && statement is null or { IsInvalid: true };
    }
}
