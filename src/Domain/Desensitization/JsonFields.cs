using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>The names inside JSON documents are fields of their own: each path of a column is classified over all rows, as a column would be.</summary>
internal sealed class JsonFields(RowSet rows)
{
    /// <summary>Documents with more paths than this use names as data; their leaves are masked.</summary>
    private const int MaximumPaths = 200;

    private readonly Dictionary<int, Dictionary<string, RuleVerdict>> byColumn = [];

    /// <summary>None where the leaf may be kept and is only searched.</summary>
    internal Option<Kind> KindOf(int column, string path)
    {
        if (!byColumn.TryGetValue(column, out var verdicts))
            byColumn[column] = verdicts = Classify(column);
        return verdicts.TryGetValue(path, out var verdict)
            ? verdict.Match(
                found: v => Some(v.Kind),
                suspect: v => Some(v.Kind),
                open: _ => Some(Kind.Unknown),
                clear: _ => None,
                id: _ => None
            )
            : Some(Kind.Unknown);
    }

    private Dictionary<string, RuleVerdict> Classify(int column)
    {
        var values = new Dictionary<string, List<CellValue>>(StringComparer.Ordinal);
        foreach (var row in rows.Rows)
        {
            Collect(row[column], values);
            if (values.Count > MaximumPaths)
                return [];
        }
        var paths = values.Keys.Order(StringComparer.Ordinal).ToArray();
        var name = rows.Columns[column].Name;
        var verdicts = RulesClassifier.Classify([
            .. paths.Select(path => new FieldFacts(
                path.Length == 0 ? name : path,
                "",
                None,
                None,
                None,
                None,
                values[path]
            )),
        ]);
        return Enumerable.Range(0, paths.Length).ToDictionary(i => paths[i], i => verdicts[i], StringComparer.Ordinal);
    }

    private static void Collect(CellValue cell, Dictionary<string, List<CellValue>> values)
    {
        if (cell.Kind == CellKind.Array)
        {
            foreach (var item in cell.AsArray)
                Collect(item, values);
        }
        else if (cell.Kind is CellKind.Json or CellKind.Text)
        {
            JsonLeaves.Visit(
                cell.ToText(),
                (path, leaf) =>
                {
                    if (!values.TryGetValue(path, out var list))
                        values[path] = list = [];
                    list.Add(JsonLeaves.CellOf(leaf));
                }
            );
        }
    }
}
