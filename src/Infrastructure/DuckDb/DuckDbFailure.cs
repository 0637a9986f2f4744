using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using DuckDB.NET.Data;

namespace Causum.Infrastructure.DuckDb;

/// <summary>From the kind of error that the engine puts before its text (<c>Catalog Error: …</c>): the numbers that the driver gives are not reliable.</summary>
internal static class DuckDbFailure
{
    public static TaskFailure From(Exception exception) =>
        exception switch
        {
            DatabaseRefusedException refused => refused.Failure,
            DuckDbStatementException or DuckDBException => OfText(exception.Message),
            _ => DatabaseFailures.OfTransport(exception).IfNone(() => DatabaseFailures.Of(DatabaseFault.Unknown)),
        };

    private static TaskFailure OfText(string text)
    {
        const string Opening = "DuckDBOpen failed: ";
        var message = text.StartsWith(Opening, StringComparison.Ordinal) ? text[Opening.Length..] : text;
        var end = message.IndexOf(" Error:", StringComparison.Ordinal);
        var kind = end is > 0 and < 40 ? message[..end] : "";
        return DatabaseFailures.Of(Fault(kind, message), kind.Length > 0 ? Some(kind) : None);
    }

    private static DatabaseFault Fault(string kind, string message) =>
        kind switch
        {
            "Catalog" when Has(message, "because schema") || Has(message, "Schema with name") =>
                DatabaseFault.SchemaNotFound,
            "Catalog" when Has(message, "Table with name") || Has(message, "View with name") =>
                DatabaseFault.TableNotFound,
            "Permission" => DatabaseFault.PermissionDenied,
            "Invalid Input" when Has(message, "read-only") || Has(message, "locked") => DatabaseFault.PermissionDenied,
            "TransactionContext" when Has(message, "read-only") => DatabaseFault.PermissionDenied,
            "IO" when Has(message, "does not exist") => DatabaseFault.DatabaseNotFound,
            "IO" or "Connection" or "Missing Extension" or "Serialization" => DatabaseFault.InvalidConfig,
            "INTERRUPT" or "Interrupt" => DatabaseFault.Timeout,
            "Catalog"
            or "Parser"
            or "Syntax"
            or "Binder"
            or "Conversion"
            or "Invalid Input"
            or "Out of Range"
            or "Mismatch Type"
            or "Not implemented"
            or "Out of Memory" => DatabaseFault.QueryError,
            _ => DatabaseFault.Unknown,
        };

    private static bool Has(string message, string words) => message.Contains(words, StringComparison.Ordinal);
}
