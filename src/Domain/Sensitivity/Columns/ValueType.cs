using Causum.Domain.Rows;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>What the values of a column are to the rules, whatever the database calls its type.</summary>
internal enum ValueType
{
    Unknown,
    Text,
    Boolean,
    Integer,
    Number,
    Date,
    Time,
    Uuid,
    Bytes,
    Json,
    Address,
}

internal static class ValueTypes
{
    public static ValueType Of(CellKind kind) =>
        kind switch
        {
            CellKind.Null => ValueType.Unknown,
            CellKind.Boolean => ValueType.Boolean,
            CellKind.Integer => ValueType.Integer,
            CellKind.Decimal or CellKind.Real => ValueType.Number,
            CellKind.Date or CellKind.Timestamp or CellKind.Instant => ValueType.Date,
            CellKind.Time or CellKind.Interval => ValueType.Time,
            CellKind.Uuid => ValueType.Uuid,
            CellKind.Bytes => ValueType.Bytes,
            CellKind.Json => ValueType.Json,
            CellKind.Text or CellKind.Array => ValueType.Text,
        };

    /// <summary>From the catalog's name of the type: all that is known of an empty column.</summary>
    public static ValueType Parse(string databaseType)
    {
        var type = databaseType.ToLowerInvariant();
        return type switch
        {
            "" => ValueType.Unknown,
            "bit" or "tinyint(1)" or "bit(1)" => ValueType.Boolean,
            "interval" or "year" => ValueType.Time,
            _ when type.StartsWith("bool", StringComparison.Ordinal) => ValueType.Boolean,
            _ when Any(type, "json") => ValueType.Json,
            _ when Any(type, "bytea", "blob", "binary", "geometry", "geography", "image", "raster") => ValueType.Bytes,
            _ when Any(type, "uuid", "uniqueidentifier") => ValueType.Uuid,
            _ when Any(type, "inet", "cidr", "macaddr") => ValueType.Address,
            _ when Any(type, "date", "timestamp") => ValueType.Date,
            _ when type.StartsWith("time", StringComparison.Ordinal) => ValueType.Time,
            _ when Any(type, "char", "text", "clob", "string", "enum", "name", "xml") => ValueType.Text,
            _ when Any(type, "int", "serial") && !type.Contains("point", StringComparison.Ordinal) => ValueType.Integer,
            _ when Any(type, "numeric", "decimal", "number", "float", "double", "real", "money") => ValueType.Number,
            _ => ValueType.Unknown,
        };
    }

    private static bool Any(string type, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (type.Contains(part, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
