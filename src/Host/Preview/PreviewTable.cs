using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Host.Preview;

/// <summary>Rows to look at before anything leaves.</summary>
/// <param name="Name">Of the file's table, or what was asked of the database.</param>
/// <param name="Base">The table whose columns the rows show under their own names.</param>
/// <param name="Query">The statement that gave the rows, if one did.</param>
internal sealed record PreviewTable(
    string Name,
    RowSet Rows,
    IReadOnlyList<TableContext> Context,
    Option<string> Base,
    Option<string> Query
)
{
    /// <summary>A table of a file: each column is a base column of it.</summary>
    public static PreviewTable OfFile(
        string name,
        Option<string> description,
        IReadOnlyList<FileColumn> columns,
        IReadOnlyList<CellValue[]> rows,
        bool truncated
    ) =>
        new(
            name,
            new RowSet(
                [.. columns.Select(c => new ResultColumn(c.Name, c.Type, new ColumnOrigin(None, name, c.Name)))],
                rows,
                truncated
            ),
            [
                new TableContext(
                    name,
                    None,
                    description,
                    [.. columns.Select(c => new FieldContext(c.Name, c.Description, None, None))]
                ),
            ],
            name,
            None
        );
}

internal sealed record FileColumn(string Name, string Type, Option<string> Description);
