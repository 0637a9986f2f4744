using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks.ClassifyFields;

/// <summary>The fields to classify as the columns of a small table: values that the sender gave, else those that the sampled table has under the name.</summary>
internal static class FieldSamples
{
    private static readonly StringComparison[] ByName = [StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase];

    /// <summary>Nothing to read where every field came with its samples.</summary>
    public static bool NeedTable(IReadOnlyList<FieldToClassify> fields) =>
        fields.Count == 0 || fields.Any(field => field.Samples.IsNone);

    /// <summary>All columns of the table where no field is named.</summary>
    public static RowSet Rows(IReadOnlyList<FieldToClassify> fields, RowSet sampled)
    {
        if (fields.Count == 0)
            return sampled;
        var columns = new ResultColumn[fields.Count];
        var values = new IReadOnlyList<CellValue>[fields.Count];
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var source = ColumnIndex(sampled, field.Name);
            columns[i] = source.Match(
                Some: at => sampled.Columns[at] with { Name = field.Name },
                None: () => new ResultColumn(field.Name, "", None)
            );
            values[i] = field.Samples.IfNone(() => Column(sampled, source));
        }
        return new RowSet(columns, Transpose(values), sampled.Truncated);
    }

    /// <summary>What the sender says of the fields, in the form in which it says it of a query's tables.</summary>
    public static IReadOnlyList<TableContext> Context(TaskPayload.ClassifyFields asked) =>
        [
            new TableContext(
                asked.Table.IfNone(""),
                asked.Schema,
                asked.TableDescription,
                [.. asked.Fields.Select(field => new FieldContext(field.Name, field.Description, None, None))]
            ),
        ];

    private static CellValue[] Column(RowSet rows, Option<int> index) =>
        index.Match(
            Some: at => rows.Rows.Select(row => row[at]).ToArray(),
            None: () => System.Array.Empty<CellValue>()
        );

    /// <summary>The name as it is written, else without regard to case, as databases fold it.</summary>
    private static Option<int> ColumnIndex(RowSet rows, string name)
    {
        foreach (var comparison in ByName)
        {
            for (var i = 0; i < rows.Columns.Count; i++)
            {
                if (string.Equals(rows.Columns[i].Name, name, comparison))
                    return i;
            }
        }
        return None;
    }

    /// <summary>Columns of different length become rows; what is missing is NULL.</summary>
    private static CellValue[][] Transpose(IReadOnlyList<CellValue>[] columns)
    {
        var rows = new CellValue[columns.Max(values => values.Count)][];
        for (var r = 0; r < rows.Length; r++)
            rows[r] = [.. columns.Select(values => r < values.Count ? values[r] : CellValue.Null)];
        return rows;
    }
}
