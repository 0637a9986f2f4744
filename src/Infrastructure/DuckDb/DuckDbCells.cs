using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Causum.Domain.Rows;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Causum.Infrastructure.DuckDb;

/// <summary>Reads one value of a vector, known not to be NULL.</summary>
internal delegate CellValue DuckDbCellReader(DuckDbVector vector, long row);

/// <summary>Values straight from the engine's vectors: exact for every type, also within lists, structs and maps, where the driver's own reader stops at NULLs.</summary>
internal static class DuckDbCells
{
    public static CellValue Read(DuckDbCellReader reader, DuckDbVector vector, long row) =>
        vector.IsNull(row) ? CellValue.Null : reader(vector, row);

    public static DuckDbCellReader Reader(DuckDbType type) =>
        type.Kind switch
        {
            DuckDBType.Boolean => static (v, row) => CellValue.Boolean(v.UInt8(row) != 0),
            DuckDBType.TinyInt => static (v, row) => CellValue.Integer(v.Int8(row)),
            DuckDBType.SmallInt => static (v, row) => CellValue.Integer(v.Int16(row)),
            DuckDBType.Integer => static (v, row) => CellValue.Integer(v.Int32(row)),
            DuckDBType.BigInt => static (v, row) => CellValue.Integer(v.Int64(row)),
            DuckDBType.UnsignedTinyInt => static (v, row) => CellValue.Integer(v.UInt8(row)),
            DuckDBType.UnsignedSmallInt => static (v, row) => CellValue.Integer((ushort)v.Int16(row)),
            DuckDBType.UnsignedInteger => static (v, row) => CellValue.Integer((uint)v.Int32(row)),
            DuckDBType.UnsignedBigInt => static (v, row) => CellValue.Unsigned((ulong)v.Int64(row)),
            DuckDBType.HugeInt => static (v, row) => Whole(v.Int128(row)),
            DuckDBType.UnsignedHugeInt => static (v, row) => Whole((UInt128)v.Int128(row)),
            DuckDBType.VarInt => static (v, row) => Whole(BigNumber(v.Bytes(row))),
            DuckDBType.Float => static (v, row) =>
                CellValue.Real(SingleDigits.Widen(BitConverter.Int32BitsToSingle(v.Int32(row)))),
            DuckDBType.Double => static (v, row) => CellValue.Real(BitConverter.Int64BitsToDouble(v.Int64(row))),
            DuckDBType.Decimal => Decimals(type),
            DuckDBType.Varchar when type.IsJson => static (v, row) => CellValue.Json(v.Text(row)),
            DuckDBType.Varchar => static (v, row) => CellValue.Text(v.Text(row)),
            DuckDBType.Blob => static (v, row) => CellValue.Bytes(v.Bytes(row)),
            DuckDBType.Bit => static (v, row) => CellValue.Text(Bits(v.Bytes(row))),
            DuckDBType.Uuid => static (v, row) => CellValue.Uuid(Identifier(v.Int128(row))),
            DuckDBType.Date => static (v, row) => DuckDbTime.Date(v.Int32(row)),
            DuckDBType.Time => static (v, row) => DuckDbTime.Time(v.Int64(row)),
            DuckDBType.TimeTz => static (v, row) => DuckDbTime.ZonedTime((ulong)v.Int64(row)),
            DuckDBType.Timestamp => static (v, row) => DuckDbTime.Timestamp(v.Int64(row), 1_000, CellKind.Timestamp),
            DuckDBType.TimestampTz => static (v, row) => DuckDbTime.Timestamp(v.Int64(row), 1_000, CellKind.Instant),
            DuckDBType.TimestampS => static (v, row) =>
                DuckDbTime.Timestamp(v.Int64(row), 1_000_000_000, CellKind.Timestamp),
            DuckDBType.TimestampMs => static (v, row) =>
                DuckDbTime.Timestamp(v.Int64(row), 1_000_000, CellKind.Timestamp),
            DuckDBType.TimestampNs => static (v, row) => DuckDbTime.Timestamp(v.Int64(row), 1, CellKind.Timestamp),
            DuckDBType.Interval => static (v, row) => DuckDbTime.Interval(v.Interval(row)),
            DuckDBType.Enum => Labels(type),
            DuckDBType.List => List(type),
            DuckDBType.Array => FixedList(type),
            DuckDBType.Struct => Struct(type),
            DuckDBType.Map => Map(type),
            DuckDBType.Union => Union(type),
            DuckDBType.SqlNull => static (_, _) => CellValue.Null,
            // A type of a newer engine: the query can cast it to text.
            _ => throw new DatabaseRefusedException(DatabaseFailures.Of(DatabaseFault.QueryError)),
        };

    private static CellValue Whole(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue
            ? CellValue.Integer((long)value)
            : CellValue.Decimal(value.ToString(CultureInfo.InvariantCulture));

    private static DuckDbCellReader Decimals(DuckDbType type)
    {
        var scale = type.Scale;
        return type.Storage switch
        {
            DuckDBType.SmallInt => (v, row) => Decimal(v.Int16(row), scale),
            DuckDBType.Integer => (v, row) => Decimal(v.Int32(row), scale),
            DuckDBType.BigInt => (v, row) => Decimal(v.Int64(row), scale),
            _ => (v, row) => Decimal(v.Int128(row), scale),
        };
    }

    private static CellValue Decimal(Int128 unscaled, int scale)
    {
        var digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text =
            scale == 0 ? digits : $"{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}";
        return CellValue.Decimal(Int128.IsNegative(unscaled) ? "-" + text : text);
    }

    /// <summary>Three bytes of sign and length, then the digits from the highest; all of it inverted below zero.</summary>
    private static BigInteger BigNumber(byte[] bytes)
    {
        var isNegative = (bytes[0] & 0x80) == 0;
        var digits = bytes.AsSpan(3).ToArray();
        if (isNegative)
            for (var i = 0; i < digits.Length; i++)
                digits[i] = (byte)~digits[i];
        var size = new BigInteger(digits, isUnsigned: true, isBigEndian: true);
        return isNegative ? -size : size;
    }

    /// <summary>The first byte counts the bits of the second that are only padding.</summary>
    private static string Bits(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 8);
        for (var i = 1; i < bytes.Length; i++)
            text.Append(Convert.ToString(bytes[i], 2).PadLeft(8, '0'));
        return text.ToString(bytes[0], text.Length - bytes[0]);
    }

    /// <summary>Kept with the highest bit turned, so that they sort.</summary>
    private static Guid Identifier(Int128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt128BigEndian(bytes, value ^ Int128.MinValue);
        return new Guid(bytes, bigEndian: true);
    }

    private static DuckDbCellReader Labels(DuckDbType type)
    {
        var labels = type.Labels;
        return type.Storage switch
        {
            DuckDBType.UnsignedTinyInt => (v, row) => CellValue.Text(labels[v.UInt8(row)]),
            DuckDBType.UnsignedSmallInt => (v, row) => CellValue.Text(labels[(ushort)v.Int16(row)]),
            _ => (v, row) => CellValue.Text(labels[v.Int32(row)]),
        };
    }

    private static DuckDbCellReader List(DuckDbType type)
    {
        var item = Reader(type.Parts[0].Type);
        return (v, row) =>
        {
            var (offset, length) = v.Entry(row);
            return Items(item, DuckDbVector.Of(Vectors.DuckDBListVectorGetChild(v.Handle)), offset, length);
        };
    }

    private static DuckDbCellReader FixedList(DuckDbType type)
    {
        var item = Reader(type.Parts[0].Type);
        var size = type.Size;
        return (v, row) => Items(item, DuckDbVector.Of(Vectors.DuckDBArrayVectorGetChild(v.Handle)), row * size, size);
    }

    private static CellValue Items(DuckDbCellReader item, DuckDbVector child, long offset, long length)
    {
        var items = new CellValue[length];
        for (var i = 0; i < items.Length; i++)
            items[i] = Read(item, child, offset + i);
        return CellValue.Array(items);
    }

    private static DuckDbCellReader Struct(DuckDbType type)
    {
        var names = type.Parts.Select(p => p.Name).ToArray();
        var readers = type.Parts.Select(p => Reader(p.Type)).ToArray();
        return (v, row) =>
            Json(writer =>
            {
                for (var i = 0; i < readers.Length; i++)
                {
                    writer.WritePropertyName(names[i]);
                    Read(readers[i], DuckDbVector.Of(Vectors.DuckDBStructVectorGetChild(v.Handle, i)), row)
                        .WriteJson(writer);
                }
            });
    }

    private static DuckDbCellReader Map(DuckDbType type)
    {
        var (key, value) = (Reader(type.Parts[0].Type), Reader(type.Parts[1].Type));
        return (v, row) =>
        {
            var (offset, length) = v.Entry(row);
            var pairs = Vectors.DuckDBListVectorGetChild(v.Handle);
            var keys = DuckDbVector.Of(Vectors.DuckDBStructVectorGetChild(pairs, 0));
            var values = DuckDbVector.Of(Vectors.DuckDBStructVectorGetChild(pairs, 1));
            return Json(writer =>
            {
                for (var i = offset; i < offset + length; i++)
                {
                    writer.WritePropertyName(Read(key, keys, i).ToText());
                    Read(value, values, i).WriteJson(writer);
                }
            });
        };
    }

    /// <summary>A struct whose first child says which of the others holds the value.</summary>
    private static DuckDbCellReader Union(DuckDbType type)
    {
        var members = type.Parts.Select(p => Reader(p.Type)).ToArray();
        return (v, row) =>
        {
            var member = DuckDbVector.Of(Vectors.DuckDBStructVectorGetChild(v.Handle, 0)).UInt8(row);
            var held = DuckDbVector.Of(Vectors.DuckDBStructVectorGetChild(v.Handle, member + 1));
            return Read(members[member], held, row);
        };
    }

    private static CellValue Json(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }
        return CellValue.Json(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
