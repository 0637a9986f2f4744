using System.Text.Json;
using Causum.Domain.Rows;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>
/// A column of JSON: its keys are fields of their own, judged over all documents. The column is kept and its sensitive leaves are replaced in place.
/// </summary>
internal static class DocumentJudgement
{
    private const int Documents = 200;
    private const int Deepest = 32;

    /// <summary><c>null</c> where the values are no JSON.</summary>
    public static RuleVerdict? Judge(FieldEvidence field)
    {
        if (field.Values.Count == 0)
            return field.Type == ValueType.Json
                ? new RuleVerdict.Clear(Scan: true, 0.6, "JSON, whose keys are judged when there are any")
                : null;
        if (field.Values.Share(field.Values.Documents) < 0.8)
            return null;
        var leaves = Leaves(field.Field);
        if (leaves.Count == 0)
            return null;
        var verdicts = RulesClassifier.Classify([
            .. leaves.Select(l => new FieldFacts(l.Key, "", None, None, None, None, l.Value)),
        ]);
        var sensitive = verdicts.Count(v => v is RuleVerdict.Found or RuleVerdict.Suspect or RuleVerdict.Open);
        return new RuleVerdict.Clear(
            Scan: true,
            0.7,
            $"JSON with {sensitive} of {leaves.Count} keys sensitive, replaced in place"
        );
    }

    private static Dictionary<string, List<CellValue>> Leaves(FieldFacts field)
    {
        var leaves = new Dictionary<string, List<CellValue>>(StringComparer.Ordinal);
        foreach (var value in field.Values.Where(v => v.Kind is CellKind.Json or CellKind.Text).Take(Documents))
        {
            try
            {
                using var document = JsonDocument.Parse(value.ToText(), new JsonDocumentOptions { MaxDepth = Deepest });
                Add(leaves, "", document.RootElement);
            }
            catch (JsonException)
            {
                return [];
            }
        }
        return leaves;
    }

    private static void Add(Dictionary<string, List<CellValue>> leaves, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Add(leaves, path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Add(leaves, path, item);
                break;
            default:
                if (!leaves.TryGetValue(path, out var values))
                    leaves[path] = values = [];
                values.Add(Cell(element));
                break;
        }
    }

    private static CellValue Cell(JsonElement leaf) =>
        leaf.ValueKind switch
        {
            JsonValueKind.String => CellValue.Text(leaf.GetString() ?? ""),
            JsonValueKind.Number => CellValue.Decimal(leaf.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => CellValue.Boolean(leaf.ValueKind == JsonValueKind.True),
            _ => CellValue.Null,
        };
}
