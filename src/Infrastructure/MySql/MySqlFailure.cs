using System.Globalization;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using MySqlConnector;

namespace Causum.Infrastructure.MySql;

/// <summary>From the server's error number to the protocol's category; the text is never looked at.</summary>
internal static class MySqlFailure
{
    public static TaskFailure From(Exception exception)
    {
        // The driver reports a connection that could not be made with a number of its own; the cause below says why.
        var transport = DatabaseFailures.OfTransport(exception);
        if (exception is not MySqlException server)
            return transport.IfNone(() => DatabaseFailures.Of(DatabaseFault.Unknown));
        var code = server.Number.ToString(CultureInfo.InvariantCulture);
        return transport.IfNone(() =>
            DatabaseFailures.Of(Fault(server.Number, server.SqlState), code, retryable: server.Number is 1213 or 1205)
        );
    }

    private static DatabaseFault Fault(int number, string? state) =>
        number switch
        {
            1045 or 1698 or 1862 or 3118 or 1251 or 1130 or 2059 or 4151 => DatabaseFault.AuthFailed,
            1049 => DatabaseFault.DatabaseNotFound,
            1146 or 1932 => DatabaseFault.TableNotFound,
            1044 or 1142 or 1143 or 1227 or 1370 or 1792 => DatabaseFault.PermissionDenied,
            3024 or 1969 or 1317 or 1205 or -1 => DatabaseFault.Timeout,
            3159 => DatabaseFault.SslError,
            1040 or 1053 or 1042 or 1203 or 1226 or 2006 or 2013 => DatabaseFault.NetworkUnreachable,
            1064 or 1054 or 1213 or 1295 => DatabaseFault.QueryError,
            _ => (state ?? "")[..Math.Min(2, state?.Length ?? 0)] switch
            {
                "08" => DatabaseFault.NetworkUnreachable,
                "28" => DatabaseFault.AuthFailed,
                "21" or "22" or "42" => DatabaseFault.QueryError,
                _ => DatabaseFault.Unknown,
            },
        };
}
