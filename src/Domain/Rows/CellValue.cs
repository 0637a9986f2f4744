using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Causum.Domain.Rows;

/// <summary>
/// One cell of a result. A small value without a heap object for numbers, booleans and times, so that a row of them costs no allocation.
/// <c>default</c> is NULL.
/// </summary>
public readonly struct CellValue
{
    private const long SafeInteger = (1L << 53) - 1;

    private readonly object? reference;
    private readonly long bits;

    private CellValue(CellKind kind, long bits, object? reference)
    {
        Kind = kind;
        this.bits = bits;
        this.reference = reference;
    }

    public CellKind Kind { get; }

    public bool IsNull => Kind == CellKind.Null;

    public static CellValue Null => default;

    public static CellValue Boolean(bool value) => new(CellKind.Boolean, value ? 1 : 0, null);

    public static CellValue Integer(long value) => new(CellKind.Integer, value, null);

    public static CellValue Unsigned(ulong value) =>
        value <= long.MaxValue ? Integer((long)value) : Decimal(value.ToString(CultureInfo.InvariantCulture));

    /// <param name="digits">Exact digits with an optional sign, point and exponent, the scale as stored.</param>
    public static CellValue Decimal(string digits) => new(CellKind.Decimal, 0, digits);

    public static CellValue Real(double value) => new(CellKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    public static CellValue Text(string value) => new(CellKind.Text, 0, value);

    public static CellValue Date(DateOnly value) => new(CellKind.Date, value.DayNumber, null);

    public static CellValue Time(TimeOnly value) => new(CellKind.Time, value.Ticks, null);

    /// <summary>A date and time without zone; the kind of <paramref name="value"/> is ignored.</summary>
    public static CellValue Timestamp(DateTime value) => new(CellKind.Timestamp, value.Ticks, null);

    public static CellValue Instant(DateTimeOffset value) => new(CellKind.Instant, value.UtcTicks, null);

    /// <summary>A date or time beyond .NET's range (<c>infinity</c>, years BC, zero dates, times over a day), already in its text form.</summary>
    public static CellValue TemporalText(CellKind kind, string text) =>
        kind is CellKind.Date or CellKind.Time or CellKind.Timestamp or CellKind.Instant
            ? new(kind, 0, text)
            : throw new ArgumentOutOfRangeException(nameof(kind));

    /// <param name="iso8601">An ISO 8601 duration such as <c>P1Y2M3DT4H5M6.789S</c>.</param>
    public static CellValue Interval(string iso8601) => new(CellKind.Interval, 0, iso8601);

    public static CellValue Uuid(Guid value) => new(CellKind.Uuid, 0, value.ToString("D"));

    public static CellValue Bytes(byte[] value) => new(CellKind.Bytes, 0, value);

    public static CellValue Array(CellValue[] items) => new(CellKind.Array, 0, items);

    /// <param name="json">One valid JSON value; it is written as it is.</param>
    public static CellValue Json(string json) => new(CellKind.Json, 0, json);

    public bool AsBoolean => bits != 0;

    public long AsInteger => bits;

    public double AsReal => BitConverter.Int64BitsToDouble(bits);

    public ReadOnlyMemory<byte> AsBytes => (byte[])reference!;

    public IReadOnlyList<CellValue> AsArray => (CellValue[])reference!;

    /// <summary>The cell as invariant text, the form in which it is scanned, hashed and searched; NULL is the empty text.</summary>
    public string ToText()
    {
        if (reference is string text)
            return text;
        Span<char> buffer = stackalloc char[TemporalText64];
        return Kind switch
        {
            CellKind.Null => "",
            CellKind.Boolean => AsBoolean ? "true" : "false",
            CellKind.Integer => bits.ToString(CultureInfo.InvariantCulture),
            CellKind.Real => RealText(AsReal),
            CellKind.Date or CellKind.Time or CellKind.Timestamp or CellKind.Instant => new string(
                buffer[..FormatTemporal(buffer)]
            ),
            CellKind.Bytes => Convert.ToBase64String((byte[])reference!),
            CellKind.Array => ArrayText(),
            _ => throw new UnreachableException(),
        };
    }

    public void WriteJson(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case CellKind.Null:
                writer.WriteNullValue();
                break;
            case CellKind.Boolean:
                writer.WriteBooleanValue(AsBoolean);
                break;
            case CellKind.Integer when bits is >= -SafeInteger and <= SafeInteger:
                writer.WriteNumberValue(bits);
                break;
            case CellKind.Integer:
                writer.WriteStringValue(ToText());
                break;
            case CellKind.Real when double.IsFinite(AsReal):
                writer.WriteNumberValue(AsReal);
                break;
            case CellKind.Real:
                writer.WriteStringValue(RealText(AsReal));
                break;
            case CellKind.Date or CellKind.Time or CellKind.Timestamp or CellKind.Instant when reference is null:
                Span<char> buffer = stackalloc char[TemporalText64];
                writer.WriteStringValue(buffer[..FormatTemporal(buffer)]);
                break;
            case CellKind.Bytes:
                writer.WriteBase64StringValue((byte[])reference!);
                break;
            case CellKind.Array:
                writer.WriteStartArray();
                foreach (var item in (CellValue[])reference!)
                    item.WriteJson(writer);
                writer.WriteEndArray();
                break;
            case CellKind.Json:
                JsonCell.Write(writer, (string)reference!);
                break;
            default:
                writer.WriteStringValue((string)reference!);
                break;
        }
    }

    /// <summary>Never the value: cells must not reach a log through an interpolated string.</summary>
    public override string ToString() => $"({Kind})";

    private const int TemporalText64 = 64;

    private static string RealText(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : double.IsNegativeInfinity(value) ? "-Infinity"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private string ArrayText()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteJson(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private int FormatTemporal(Span<char> target)
    {
        int written;
        bool fits;
        switch (Kind)
        {
            case CellKind.Date:
                fits = DateOnly
                    .FromDayNumber((int)bits)
                    .TryFormat(target, out written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            case CellKind.Time:
                fits = new TimeOnly(bits).TryFormat(
                    target,
                    out written,
                    $"HH:mm:ss{Fraction(bits)}",
                    CultureInfo.InvariantCulture
                );
                break;
            default:
                var zone = Kind == CellKind.Instant ? "'Z'" : "";
                fits = new DateTime(bits).TryFormat(
                    target,
                    out written,
                    $"yyyy-MM-ddTHH:mm:ss{Fraction(bits)}{zone}",
                    CultureInfo.InvariantCulture
                );
                break;
        }
        return fits ? written : throw new UnreachableException();
    }

    /// <summary>A zero fraction is left out; else six digits, or seven where the value has them.</summary>
    private static string Fraction(long ticks) =>
        ticks % TimeSpan.TicksPerSecond == 0 ? ""
        : ticks % TimeSpan.TicksPerMicrosecond == 0 ? ".ffffff"
        : ".fffffff";
}
