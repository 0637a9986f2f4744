using System.Runtime.InteropServices;

namespace Causum.Infrastructure.DuckDb;

/// <summary>One column of a chunk as the engine keeps it: fixed-size values in a row and a bit for each that is not NULL. Valid until the chunk is destroyed.</summary>
internal readonly record struct DuckDbVector(nint Handle, nint Data, nint Validity)
{
    private const int LongestInline = 12;

    public static DuckDbVector Of(nint handle) =>
        new(handle, DuckDbNative.VectorData(handle), DuckDbNative.VectorValidity(handle));

    public bool IsNull(long row) =>
        Validity != 0 && (Marshal.ReadInt64(Validity, (int)(row / 64) * 8) & (1L << (int)(row % 64))) == 0;

    public sbyte Int8(long row) => (sbyte)Marshal.ReadByte(At(row, 1));

    public byte UInt8(long row) => Marshal.ReadByte(At(row, 1));

    public short Int16(long row) => Marshal.ReadInt16(At(row, 2));

    public int Int32(long row) => Marshal.ReadInt32(At(row, 4));

    public long Int64(long row) => Marshal.ReadInt64(At(row, 8));

    public Int128 Int128(long row)
    {
        var at = At(row, 16);
        return new Int128((ulong)Marshal.ReadInt64(at, 8), (ulong)Marshal.ReadInt64(at));
    }

    /// <summary>Where a list's items stand in its child.</summary>
    public (long Offset, long Length) Entry(long row)
    {
        var at = At(row, 16);
        return (Marshal.ReadInt64(at), Marshal.ReadInt64(at, 8));
    }

    public (int Months, int Days, long Microseconds) Interval(long row)
    {
        var at = At(row, 16);
        return (Marshal.ReadInt32(at), Marshal.ReadInt32(at, 4), Marshal.ReadInt64(at, 8));
    }

    public string Text(long row)
    {
        var (at, length) = Span(row);
        return length == 0 ? "" : Marshal.PtrToStringUTF8(at, length);
    }

    public byte[] Bytes(long row)
    {
        var (at, length) = Span(row);
        var bytes = new byte[length];
        Marshal.Copy(at, bytes, 0, length);
        return bytes;
    }

    /// <summary>Short ones lie in the vector itself, longer ones where its pointer says.</summary>
    private (nint At, int Length) Span(long row)
    {
        var at = At(row, 16);
        var length = Marshal.ReadInt32(at);
        return (length <= LongestInline ? at + 4 : Marshal.ReadIntPtr(at, 8), length);
    }

    private nint At(long row, int size) => Data + (nint)(row * size);
}
