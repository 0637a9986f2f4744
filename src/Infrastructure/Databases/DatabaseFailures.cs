using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>The agent's own sentences for each category of <c>database_error</c>, and the faults that look alike in every driver.</summary>
internal static class DatabaseFailures
{
    public static TaskFailure Of(DatabaseFault fault, Option<string> vendorCode = default, bool retryable = false)
    {
        var (message, nextSteps) = Words(fault);
        return TaskFailure.Database(
            fault,
            message,
            nextSteps,
            retryable || fault is DatabaseFault.NetworkUnreachable,
            vendorCode
        );
    }

    /// <summary>Whether a driver may throw it because of the server, the network or the statement; all else is a bug.</summary>
    public static bool IsExpected(Exception exception) =>
        exception
            is DbException
                or SocketException
                or IOException
                or AuthenticationException
                or TimeoutException
                or System.Text.DecoderFallbackException;

    public static bool IsNetwork(TaskFailure failure) =>
        failure.Category == WireNames.SnakeCase(nameof(DatabaseFault.NetworkUnreachable));

    /// <summary>What lies below a driver's exception when it never got as far as the server's answer.</summary>
    public static Option<TaskFailure> OfTransport(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return Of(DatabaseFault.SslError);
                case TimeoutException:
                    return Of(DatabaseFault.Timeout, retryable: true);
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                    return Of(DatabaseFault.Timeout, "ETIMEDOUT", retryable: true);
                case SocketException socket:
                    return Of(DatabaseFault.NetworkUnreachable, socket.SocketErrorCode.ToString());
                case IOException { InnerException: null }:
                    return Of(DatabaseFault.NetworkUnreachable);
                case System.Text.DecoderFallbackException:
                    return Of(DatabaseFault.QueryError);
            }
        }
        return None;
    }

    private static (string Message, string NextSteps) Words(DatabaseFault fault) =>
        fault switch
        {
            DatabaseFault.AuthFailed => (
                "The database refused the login.",
                "Check that the user exists, that the password has not changed or expired, and that the server lets this user in from the agent's address with this auth_type."
            ),
            DatabaseFault.NetworkUnreachable => (
                "The database server could not be reached, or it closed the connection.",
                "Check host and port, that the server runs and takes more connections, and that no firewall stands between the agent and it."
            ),
            DatabaseFault.DatabaseNotFound => (
                "The database does not exist.",
                "Check the setting 'database' (for file databases 'path'), and that the login may see it."
            ),
            DatabaseFault.SchemaNotFound => (
                "The schema does not exist.",
                "Ask db_schemas for the names that the login can see."
            ),
            DatabaseFault.TableNotFound => (
                "The table or view does not exist.",
                "Ask db_tables for the names that the login can see; spelling and case must match."
            ),
            DatabaseFault.PermissionDenied => (
                "The database does not allow this to the login.",
                "Grant the login the right to read what was asked for. Writing is never allowed: the session is read-only."
            ),
            DatabaseFault.SslError => (
                "No trusted encrypted connection to the database could be made.",
                "Check that the server offers TLS, that its certificate names this host and is valid, and that ssl_ca holds the authority that signed it."
            ),
            DatabaseFault.Timeout => (
                "The database did not answer within the time limit; the statement was stopped.",
                "Ask for less data, add an index, or raise the time limit of the task."
            ),
            DatabaseFault.QueryError => (
                "The database cannot run the statement.",
                "Check syntax, column names, functions and types against this database; the vendor code says which of them."
            ),
            DatabaseFault.InvalidConfig => (
                "The database cannot be opened with these settings.",
                "Check that the path names a database file of this type, that no other program locks it, and the options."
            ),
            DatabaseFault.Unknown => (
                "The database failed in a way that the agent does not know.",
                "Look up the vendor code, if there is one, in the database's manual, and look at its log."
            ),
        };
}
