using System.Globalization;
using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;
using MySqlConnector;

namespace Causum.Infrastructure.MySql;

/// <summary>Values with the driver's typed getters; what .NET's types cannot hold (65 digits, zero dates, times beyond a day) goes as text.</summary>
internal static class MySqlCells
{
    public static ResultColumn Column(MySqlDbColumn column) =>
        new(
            column.ColumnName,
            TypeName(column.ProviderType),
            column is { BaseTableName: { Length: > 0 } table, BaseColumnName: { Length: > 0 } name }
                ? new ColumnOrigin(Optional(column.BaseSchemaName).Filter(s => s.Length > 0), table, name)
                : None
        );

    public static CellReader Reader(MySqlDbType type) =>
        type switch
        {
            MySqlDbType.Bool
            or MySqlDbType.Byte
            or MySqlDbType.Int16
            or MySqlDbType.Int24
            or MySqlDbType.Int32
            or MySqlDbType.Int64
            or MySqlDbType.Year => static (row, i) => CellValue.Integer(row.GetInt64(i)),
            MySqlDbType.UByte
            or MySqlDbType.UInt16
            or MySqlDbType.UInt24
            or MySqlDbType.UInt32
            or MySqlDbType.UInt64
            or MySqlDbType.Bit => static (row, i) => CellValue.Unsigned(((MySqlDataReader)row).GetUInt64(i)),
            MySqlDbType.Decimal or MySqlDbType.NewDecimal => static (row, i) =>
                CellValue.Decimal(((MySqlDataReader)row).GetMySqlDecimal(i).ToString()),
            MySqlDbType.Float => static (row, i) => CellValue.Real(SingleDigits.Widen(row.GetFloat(i))),
            MySqlDbType.Double => static (row, i) => CellValue.Real(row.GetDouble(i)),
            MySqlDbType.Date or MySqlDbType.Newdate => static (row, i) =>
                Moment(((MySqlDataReader)row).GetMySqlDateTime(i), CellKind.Date),
            MySqlDbType.DateTime => static (row, i) =>
                Moment(((MySqlDataReader)row).GetMySqlDateTime(i), CellKind.Timestamp),
            MySqlDbType.Timestamp => static (row, i) =>
                Moment(((MySqlDataReader)row).GetMySqlDateTime(i), CellKind.Instant),
            MySqlDbType.Time => static (row, i) => Time(((MySqlDataReader)row).GetTimeSpan(i)),
            MySqlDbType.JSON => static (row, i) => CellValue.Json(row.GetString(i)),
            MySqlDbType.Binary
            or MySqlDbType.VarBinary
            or MySqlDbType.TinyBlob
            or MySqlDbType.Blob
            or MySqlDbType.MediumBlob
            or MySqlDbType.LongBlob
            or MySqlDbType.Geometry => static (row, i) => CellValue.Bytes(row.GetFieldValue<byte[]>(i)),
            _ => static (row, i) => CellValue.Text(row.GetString(i)),
        };

    /// <summary>As <c>information_schema.COLUMNS.DATA_TYPE</c> prints it, with the sign.</summary>
    private static string TypeName(MySqlDbType type) =>
        type switch
        {
            MySqlDbType.Bool or MySqlDbType.Byte => "tinyint",
            MySqlDbType.Int16 => "smallint",
            MySqlDbType.Int24 => "mediumint",
            MySqlDbType.Int32 => "int",
            MySqlDbType.Int64 => "bigint",
            MySqlDbType.UByte => "tinyint unsigned",
            MySqlDbType.UInt16 => "smallint unsigned",
            MySqlDbType.UInt24 => "mediumint unsigned",
            MySqlDbType.UInt32 => "int unsigned",
            MySqlDbType.UInt64 => "bigint unsigned",
            MySqlDbType.NewDecimal => "decimal",
            MySqlDbType.Newdate => "date",
            MySqlDbType.VarString => "varchar",
            MySqlDbType.String => "char",
            _ => type.ToString().ToLowerInvariant(),
        };

    public static object? Parameter(CellValue value) =>
        value.Kind switch
        {
            CellKind.Null => null,
            CellKind.Integer => value.AsInteger,
            CellKind.Boolean => value.AsBoolean,
            CellKind.Real => value.AsReal,
            CellKind.Decimal
                when decimal.TryParse(
                    value.ToText(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            _ => value.ToText(),
        };

    private static CellValue Moment(MySqlDateTime value, CellKind kind)
    {
        if (!value.IsValidDateTime)
            return CellValue.TemporalText(kind, ZeroText(value, kind));
        var moment = value.GetDateTime();
        return kind switch
        {
            CellKind.Date => CellValue.Date(DateOnly.FromDateTime(moment)),
            CellKind.Instant => CellValue.Instant(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))),
            _ => CellValue.Timestamp(moment),
        };
    }

    private static string ZeroText(MySqlDateTime value, CellKind kind)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{value.Year:0000}-{value.Month:00}-{value.Day:00}");
        var isDateAlone = kind == CellKind.Date || value is { Year: 0, Month: 0, Day: 0 };
        return isDateAlone
            ? date
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{date}T{value.Hour:00}:{value.Minute:00}:{value.Second:00}"
            );
    }

    private static CellValue Time(TimeSpan value)
    {
        if (value >= TimeSpan.Zero && value < TimeSpan.FromDays(1))
            return CellValue.Time(TimeOnly.FromTimeSpan(value));
        var size = value.Duration();
        var fraction =
            size.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : size.ToString(@"\.ffffff", CultureInfo.InvariantCulture);
        return CellValue.TemporalText(
            CellKind.Time,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(value < TimeSpan.Zero ? "-" : "")}{(long)size.TotalHours:00}:{size.Minutes:00}:{size.Seconds:00}{fraction}"
            )
        );
    }
}
