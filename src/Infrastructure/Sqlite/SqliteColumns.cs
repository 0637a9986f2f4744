using Causum.Domain.Rows;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Causum.Infrastructure.Sqlite;

internal static class SqliteColumns
{
    /// <summary>Types as declared; an expression has none and gets the storage class of its first value.</summary>
    public static ResultColumn[] Of(SqliteDataReader reader)
    {
        var statement = reader.Handle!;
        var columns = new ResultColumn[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new ResultColumn(
                raw.sqlite3_column_name(statement, i).utf8_to_string() ?? "",
                raw.sqlite3_column_decltype(statement, i).utf8_to_string()
                    ?? StorageClass(raw.sqlite3_column_type(statement, i)),
                Origin(statement, i)
            );
        return columns;
    }

    private static Option<ColumnOrigin> Origin(sqlite3_stmt statement, int column) =>
        raw.sqlite3_column_table_name(statement, column).utf8_to_string() is { } table
        && raw.sqlite3_column_origin_name(statement, column).utf8_to_string() is { } origin
            ? new ColumnOrigin(
                Optional(raw.sqlite3_column_database_name(statement, column).utf8_to_string()),
                table,
                origin
            )
            : None;

    private static string StorageClass(int type) =>
        type switch
        {
            raw.SQLITE_INTEGER => "integer",
            raw.SQLITE_FLOAT => "real",
            raw.SQLITE_TEXT => "text",
            raw.SQLITE_BLOB => "blob",
            _ => "null",
        };
}
