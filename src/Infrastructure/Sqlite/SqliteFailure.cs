using System.Globalization;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Data.Sqlite;

namespace Causum.Infrastructure.Sqlite;

/// <summary>From the engine's result code; its text only tells a missing table from another fault of the statement.</summary>
internal static class SqliteFailure
{
    public static TaskFailure From(Exception exception) =>
        exception switch
        {
            DatabaseRefusedException refused => refused.Failure,
            SqliteException sqlite => DatabaseFailures.Of(
                Fault(sqlite),
                sqlite.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture),
                retryable: sqlite.SqliteErrorCode is 5 or 6
            ),
            _ => DatabaseFailures.OfTransport(exception).IfNone(() => DatabaseFailures.Of(DatabaseFault.Unknown)),
        };

    private static DatabaseFault Fault(SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            14 => DatabaseFault.DatabaseNotFound,
            3 or 8 or 23 => DatabaseFault.PermissionDenied,
            5 or 6 or 9 => DatabaseFault.Timeout,
            11 or 26 => DatabaseFault.InvalidConfig,
            1 when exception.Message.Contains("no such table", StringComparison.Ordinal) => DatabaseFault.TableNotFound,
            1 when exception.Message.Contains("unknown database", StringComparison.Ordinal) =>
                DatabaseFault.SchemaNotFound,
            1
                when exception.Message.Contains("not authorized", StringComparison.Ordinal)
                    || exception.Message.Contains("prohibited", StringComparison.Ordinal) =>
                DatabaseFault.PermissionDenied,
            1 or 18 or 20 or 25 => DatabaseFault.QueryError,
            _ => DatabaseFault.Unknown,
        };
}
