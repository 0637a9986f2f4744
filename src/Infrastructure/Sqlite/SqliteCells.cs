using System.Data.Common;
using Causum.Domain.Rows;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Causum.Infrastructure.Sqlite;

/// <summary>By storage class of each value: the declared type of a column promises nothing in SQLite.</summary>
internal static class SqliteCells
{
    public static CellValue Read(DbDataReader row, int ordinal)
    {
        var statement = ((SqliteDataReader)row).Handle!;
        return raw.sqlite3_column_type(statement, ordinal) switch
        {
            raw.SQLITE_INTEGER => CellValue.Integer(raw.sqlite3_column_int64(statement, ordinal)),
            raw.SQLITE_FLOAT => CellValue.Real(raw.sqlite3_column_double(statement, ordinal)),
            raw.SQLITE_TEXT => CellValue.Text(raw.sqlite3_column_text(statement, ordinal).utf8_to_string()),
            _ => CellValue.Bytes(raw.sqlite3_column_blob(statement, ordinal).ToArray()),
        };
    }

    public static SqliteParameter Parameter(string name, CellValue value) =>
        value.Kind switch
        {
            CellKind.Null => new SqliteParameter(name, DBNull.Value),
            CellKind.Integer => new SqliteParameter(name, SqliteType.Integer) { Value = value.AsInteger },
            CellKind.Boolean => new SqliteParameter(name, SqliteType.Integer) { Value = value.AsBoolean ? 1L : 0L },
            CellKind.Real => new SqliteParameter(name, SqliteType.Real) { Value = value.AsReal },
            CellKind.Decimal
                when double.TryParse(
                    value.ToText(),
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                ) => new SqliteParameter(name, SqliteType.Real) { Value = number },
            _ => new SqliteParameter(name, SqliteType.Text) { Value = value.ToText() },
        };
}
