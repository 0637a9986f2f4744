using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.Postgres;

/// <summary>The types read in binary form, by their fixed numbers in <c>pg_type</c>: no text is parsed, nothing is boxed.</summary>
internal static class PostgresCells
{
    public static readonly IReadOnlyDictionary<uint, CellReader> Binary = new Dictionary<uint, CellReader>
    {
        [16] = static (row, i) => CellValue.Boolean(row.GetBoolean(i)),
        [17] = static (row, i) => CellValue.Bytes(row.GetFieldValue<byte[]>(i)),
        [20] = static (row, i) => CellValue.Integer(row.GetInt64(i)),
        [21] = static (row, i) => CellValue.Integer(row.GetInt16(i)),
        [23] = static (row, i) => CellValue.Integer(row.GetInt32(i)),
        [25] = static (row, i) => CellValue.Text(row.GetString(i)),
        [26] = static (row, i) => CellValue.Integer(row.GetFieldValue<uint>(i)),
        [114] = static (row, i) => CellValue.Json(row.GetString(i)),
        [700] = static (row, i) => CellValue.Real(SingleDigits.Widen(row.GetFloat(i))),
        [701] = static (row, i) => CellValue.Real(row.GetDouble(i)),
        [1042] = static (row, i) => CellValue.Text(row.GetString(i)),
        [1043] = static (row, i) => CellValue.Text(row.GetString(i)),
        [1082] = static (row, i) => PostgresTime.Date(row.GetFieldValue<int>(i)),
        [1083] = static (row, i) => PostgresTime.Time(row.GetFieldValue<long>(i)),
        [1114] = static (row, i) => PostgresTime.Timestamp(row.GetFieldValue<long>(i), CellKind.Timestamp),
        [1184] = static (row, i) => PostgresTime.Timestamp(row.GetFieldValue<long>(i), CellKind.Instant),
        [2950] = static (row, i) => CellValue.Uuid(row.GetGuid(i)),
        [3802] = static (row, i) => CellValue.Json(row.GetString(i)),
    };
}
