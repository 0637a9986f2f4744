using System.Text.Json;
using Causum.Domain.Input;
using Causum.Domain.Rows;

namespace Causum.Host.Preview;

/// <summary>
/// <c>{"table","description"?,"columns":[{"name","description"?,"type"?}],"rows":[…]}</c>, a row being an array in column order or an object. Faults name the place,
/// never a value.
/// </summary>
internal static class JsonTable
{
    public static Either<InputError, PreviewTable> Read(FieldPath at, ReadOnlyMemory<byte> utf8, int limit)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(at, document.RootElement, limit);
        }
        catch (JsonException e)
        {
            return new InputError.Unreadable(at, $"is not valid JSON (line {e.LineNumber + 1})");
        }
    }

    private static Either<InputError, PreviewTable> Read(FieldPath at, JsonElement root, int limit) =>
        from _ in Kind(at, root, JsonValueKind.Object, "a JSON object with table, columns and rows")
        from name in Text(at, root, "table")
        from columns in Columns(at.Field("columns"), root)
        from rows in Rows(at.Field("rows"), root, columns, limit)
        select PreviewTable.OfFile(name, Optional(root, "description"), columns, rows.Kept, rows.Truncated);

    private static Either<InputError, FileColumn[]> Columns(FieldPath at, JsonElement root) =>
        from list in Member(at, root, "columns", JsonValueKind.Array, "an array of columns")
        from columns in list.EnumerateArray().Select((column, i) => Column(at.Item(i), column)).Sequence()
        select columns.ToArray();

    private static Either<InputError, FileColumn> Column(FieldPath at, JsonElement column) =>
        from _ in Kind(at, column, JsonValueKind.Object, "an object with a name")
        from name in Text(at, column, "name")
        select new FileColumn(name, Optional(column, "type").IfNone(""), Optional(column, "description"));

    private static Either<InputError, (CellValue[][] Kept, bool Truncated)> Rows(
        FieldPath at,
        JsonElement root,
        FileColumn[] columns,
        int limit
    ) =>
        from list in Member(at, root, "rows", JsonValueKind.Array, "an array of rows")
        from rows in list.EnumerateArray().Take(limit).Select((row, i) => Row(at.Item(i), row, columns)).Sequence()
        select (rows.ToArray(), list.GetArrayLength() > limit);

    private static Either<InputError, CellValue[]> Row(FieldPath at, JsonElement row, FileColumn[] columns) =>
        row.ValueKind switch
        {
            JsonValueKind.Array when row.GetArrayLength() == columns.Length => row.EnumerateArray()
                .Select((cell, i) => Cell(cell, columns[i].Type))
                .ToArray(),
            JsonValueKind.Array => new InputError.InvalidValue(
                at,
                $"must have {columns.Length} cells, one for each column"
            ),
            JsonValueKind.Object when row.EnumerateObject().All(m => columns.Any(c => c.Name == m.Name)) => columns
                .Select(c => row.TryGetProperty(c.Name, out var cell) ? Cell(cell, c.Type) : CellValue.Null)
                .ToArray(),
            JsonValueKind.Object => new InputError.InvalidValue(at, "has a member that is none of the columns"),
            _ => new InputError.InvalidType(at, "an array of cells or an object"),
        };

    private static CellValue Cell(JsonElement cell, string type) =>
        cell.ValueKind switch
        {
            JsonValueKind.Null => CellValue.Null,
            JsonValueKind.True => CellValue.Boolean(true),
            JsonValueKind.False => CellValue.Boolean(false),
            JsonValueKind.Number => cell.TryGetInt64(out var whole)
                ? CellValue.Integer(whole)
                : CellValue.Decimal(cell.GetRawText()),
            JsonValueKind.String => TextCells.ReadDeclared(cell.GetString() ?? "", type),
            _ => CellValue.Json(cell.GetRawText()),
        };

    private static Either<InputError, string> Text(FieldPath at, JsonElement parent, string name) =>
        from value in Member(at.Field(name), parent, name, JsonValueKind.String, "a string")
        select value.GetString();

    private static Either<InputError, JsonElement> Member(
        FieldPath at,
        JsonElement parent,
        string name,
        JsonValueKind kind,
        string expected
    ) =>
        parent.TryGetProperty(name, out var value)
            ? Kind(at, value, kind, expected).Map(_ => value)
            : new InputError.Required(at);

    private static Either<InputError, Unit> Kind(
        FieldPath at,
        JsonElement value,
        JsonValueKind kind,
        string expected
    ) => value.ValueKind == kind ? unit : new InputError.InvalidType(at, expected);

    private static Option<string> Optional(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Prelude.Optional(value.GetString())
            : None;
}
