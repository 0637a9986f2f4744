using System.Globalization;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Causum.Infrastructure.DuckDb;

/// <summary>A type as the engine describes it, held without its handle.</summary>
/// <param name="Name">As the catalog prints it.</param>
/// <param name="Parts">Items of a list or array, fields of a struct, key and value of a map, members of a union; by name where they have one.</param>
/// <param name="Scale">Of a decimal.</param>
/// <param name="Storage">How a decimal or enum is kept.</param>
/// <param name="Labels">Of an enum.</param>
/// <param name="Size">Of a fixed-size array.</param>
internal sealed record DuckDbType(
    DuckDBType Kind,
    string Name,
    bool IsJson,
    IReadOnlyList<(string Name, DuckDbType Type)> Parts,
    int Scale,
    DuckDBType Storage,
    IReadOnlyList<string> Labels,
    long Size
)
{
    public static DuckDbType Of(DuckDBLogicalType type)
    {
        var alias = DuckDbNative.Alias(type);
        var kind = LogicalType.DuckDBGetTypeId(type);
        var plain = new DuckDbType(kind, alias ?? Spelling(kind), alias == "JSON", [], 0, kind, [], 0);
        return kind switch
        {
            DuckDBType.Decimal => plain with
            {
                Name = string.Create(
                    CultureInfo.InvariantCulture,
                    $"DECIMAL({LogicalType.DuckDBDecimalWidth(type)},{LogicalType.DuckDBDecimalScale(type)})"
                ),
                Scale = LogicalType.DuckDBDecimalScale(type),
                Storage = LogicalType.DuckDBDecimalInternalType(type),
            },
            DuckDBType.Enum => Enumeration(plain, type, alias),
            DuckDBType.List => Items(plain, LogicalType.DuckDBListTypeChildType(type), 0),
            DuckDBType.Array => Items(
                plain,
                LogicalType.DuckDBArrayTypeChildType(type),
                LogicalType.DuckDBArrayVectorGetSize(type)
            ),
            DuckDBType.Map => Map(plain, type),
            DuckDBType.Struct => Struct(plain, type),
            DuckDBType.Union => plain with
            {
                Parts =
                [
                    .. Enumerable
                        .Range(0, (int)DuckDbNative.UnionMembers(type))
                        .Select(i => ("", Owned(DuckDbNative.UnionMemberType(type, (ulong)i)))),
                ],
            },
            _ => plain,
        };
    }

    private static DuckDbType Owned(DuckDBLogicalType type)
    {
        using (type)
            return Of(type);
    }

    private static DuckDbType Items(DuckDbType plain, DuckDBLogicalType child, long size)
    {
        var item = Owned(child);
        var length = size == 0 ? "" : size.ToString(CultureInfo.InvariantCulture);
        return plain with { Name = $"{item.Name}[{length}]", Parts = [("", item)], Size = size };
    }

    private static DuckDbType Map(DuckDbType plain, DuckDBLogicalType type)
    {
        var key = Owned(LogicalType.DuckDBMapTypeKeyType(type));
        var value = Owned(LogicalType.DuckDBMapTypeValueType(type));
        return plain with { Name = $"MAP({key.Name}, {value.Name})", Parts = [("key", key), ("value", value)] };
    }

    private static DuckDbType Struct(DuckDbType plain, DuckDBLogicalType type)
    {
        var fields = new (string Name, DuckDbType Type)[LogicalType.DuckDBStructTypeChildCount(type)];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = (
                LogicalType.DuckDBStructTypeChildName(type, i),
                Owned(LogicalType.DuckDBStructTypeChildType(type, i))
            );
        return plain with
        {
            Name = $"STRUCT({string.Join(", ", fields.Select(f => $"{f.Name} {f.Type.Name}"))})",
            Parts = fields,
        };
    }

    private static DuckDbType Enumeration(DuckDbType plain, DuckDBLogicalType type, string? alias)
    {
        var labels = new string[LogicalType.DuckDBEnumDictionarySize(type)];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = LogicalType.DuckDBEnumDictionaryValue(type, i);
        return plain with
        {
            Name = alias ?? $"ENUM({string.Join(", ", labels.Select(l => $"'{l}'"))})",
            Labels = labels,
            Storage = LogicalType.DuckDBEnumInternalType(type),
        };
    }

    private static string Spelling(DuckDBType kind) =>
        kind switch
        {
            DuckDBType.UnsignedTinyInt => "UTINYINT",
            DuckDBType.UnsignedSmallInt => "USMALLINT",
            DuckDBType.UnsignedInteger => "UINTEGER",
            DuckDBType.UnsignedBigInt => "UBIGINT",
            DuckDBType.UnsignedHugeInt => "UHUGEINT",
            DuckDBType.TimestampS => "TIMESTAMP_S",
            DuckDBType.TimestampMs => "TIMESTAMP_MS",
            DuckDBType.TimestampNs => "TIMESTAMP_NS",
            DuckDBType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
            DuckDBType.TimeTz => "TIME WITH TIME ZONE",
            DuckDBType.VarInt => "BIGNUM",
            DuckDBType.SqlNull => "NULL",
            _ => kind.ToString().ToUpperInvariant(),
        };
}
