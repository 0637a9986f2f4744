using System.Globalization;
using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;
using Npgsql.PostgresTypes;

namespace Causum.Infrastructure.Postgres;

/// <summary>Values from the server's text form, whose settings the session pins. It is exact for every type there is, also those of extensions.</summary>
internal static class PostgresText
{
    public static CellReader Reader(PostgresType type)
    {
        var parse = Parser(type);
        return (row, ordinal) => parse(row.GetString(ordinal));
    }

    private static Func<string, CellValue> Parser(PostgresType type) =>
        type switch
        {
            PostgresDomainType domain => Parser(domain.BaseType),
            PostgresArrayType array => Items(array.Element),
            _ => Scalar(type.OID),
        };

    private static Func<string, CellValue> Items(PostgresType element)
    {
        var parse = Parser(element);
        var separator = element.Name == "box" ? ';' : ',';
        return text => PostgresArray.Parse(text, separator, parse);
    }

    private static Func<string, CellValue> Scalar(uint type) =>
        type switch
        {
            16 => static text => CellValue.Boolean(text == "t"),
            17 => static text => CellValue.Bytes(Convert.FromHexString(text.AsSpan(2))),
            20 or 21 or 23 or 26 => static text => CellValue.Integer(long.Parse(text, CultureInfo.InvariantCulture)),
            114 or 3802 => CellValue.Json,
            700 or 701 => static text => CellValue.Real(double.Parse(text, CultureInfo.InvariantCulture)),
            1082 => static text => PostgresTime.Parse(text, CellKind.Date),
            1083 => static text =>
                TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time)
                    ? CellValue.Time(time)
                    : CellValue.TemporalText(CellKind.Time, text),
            1114 => static text => PostgresTime.Parse(text, CellKind.Timestamp),
            1184 => static text => PostgresTime.Parse(text, CellKind.Instant),
            1186 => CellValue.Interval,
            1266 => static text => CellValue.TemporalText(CellKind.Time, text),
            1700 => CellValue.Decimal,
            2950 => static text => CellValue.Uuid(Guid.Parse(text)),
            _ => CellValue.Text,
        };
}
