using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Npgsql;

namespace Causum.Infrastructure.Postgres;

/// <summary>From SQLSTATE (PostgreSQL, appendix A) to the protocol's category. The server's text is never looked at save to tell a TLS demand from a wrong password.</summary>
internal static class PostgresFailure
{
    public static TaskFailure From(Exception exception) =>
        exception switch
        {
            DatabaseRefusedException refused => refused.Failure,
            PostgresException server => DatabaseFailures.Of(
                Fault(server),
                server.SqlState,
                IsRetryable(server.SqlState)
            ),
            _ => DatabaseFailures.OfTransport(exception).IfNone(() => OfDriver(exception)),
        };

    private static DatabaseFault Fault(PostgresException server) =>
        server.SqlState switch
        {
            "28000" when IsAboutEncryption(server.MessageText) => DatabaseFault.SslError,
            "28000" or "28P01" => DatabaseFault.AuthFailed,
            "3D000" => DatabaseFault.DatabaseNotFound,
            "3F000" => DatabaseFault.SchemaNotFound,
            "42P01" => DatabaseFault.TableNotFound,
            "42501" or "25006" => DatabaseFault.PermissionDenied,
            "57014" or "55P03" or "25P03" => DatabaseFault.Timeout,
            "53300" or "57P01" or "57P02" or "57P03" => DatabaseFault.NetworkUnreachable,
            "54000" or "54001" or "54011" or "54023" => DatabaseFault.QueryError,
            var state => state[..Math.Min(2, state.Length)] switch
            {
                "08" => DatabaseFault.NetworkUnreachable,
                "28" => DatabaseFault.AuthFailed,
                "0A" or "22" or "2F" or "40" or "42" => DatabaseFault.QueryError,
                _ => DatabaseFault.Unknown,
            },
        };

    private static bool IsRetryable(string state) => state is "40001" or "40P01" or "53300" or "55P03";

    private static bool IsAboutEncryption(string text) =>
        text.Contains("no encryption", StringComparison.Ordinal)
        || text.Contains("SSL off", StringComparison.Ordinal)
        || text.Contains("certificate", StringComparison.Ordinal);

    /// <summary>The driver's own refusals carry no code; they come up while the connection is made.</summary>
    private static TaskFailure OfDriver(Exception exception) =>
        exception.Message.Contains("SSL", StringComparison.Ordinal) ? DatabaseFailures.Of(DatabaseFault.SslError)
        : exception.Message.Contains("auth", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains("password", StringComparison.OrdinalIgnoreCase)
            ? DatabaseFailures.Of(DatabaseFault.AuthFailed)
        : exception.Message.Contains("pool", StringComparison.Ordinal)
            ? DatabaseFailures.Of(DatabaseFault.Timeout, retryable: true)
        : DatabaseFailures.Of(DatabaseFault.Unknown);
}
