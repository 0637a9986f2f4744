using System.Text.Json;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>
/// Keeps a column's cells, but for what the scanner finds in them, for leaves of JSON that are fields of a sensitive kind, for forged tokens, for bytes, and
/// for values that were masked elsewhere in the result.
/// </summary>
internal sealed class KeptColumn(int column, string name, TokenLedger ledger, JsonFields fields)
{
    private readonly Dictionary<string, List<Stretch>> found = new(StringComparer.Ordinal);
    private ValueSearch search = ValueSearch.Nothing;
    private bool isCollected;

    /// <summary>Enters everything that is found in the cells. The column's kind, if most text cells hold something, and it must be masked as a whole.</summary>
    internal Option<Kind> Collect(IEnumerable<CellValue> cells)
    {
        int texts = 0,
            hits = 0;
        var kinds = new System.Collections.Generic.HashSet<Kind>();
        Text(name);
        foreach (var cell in cells)
        {
            Keep(cell);
            if (cell.Kind != CellKind.Text || string.IsNullOrWhiteSpace(cell.ToText()))
                continue;
            texts++;
            if (!found.TryGetValue(cell.ToText(), out var stretches))
                continue;
            hits++;
            kinds.UnionWith(stretches.Select(s => s.Kind));
        }
        isCollected = true;
        return hits * 2 > texts ? Some(kinds.Count == 1 ? kinds.Single() : Kind.FreeText) : None;
    }

    /// <param name="masked">Everything that was masked in the result, this column's findings among it.</param>
    internal void Search(ValueSearch masked) => search = masked;

    internal CellValue Keep(CellValue cell) =>
        cell.Kind switch
        {
            CellKind.Null or CellKind.Boolean => cell,
            CellKind.Bytes => Token(Kind.Binary, cell),
            CellKind.Array => CellValue.Array([.. cell.AsArray.Select(Keep)]),
            CellKind.Json => Rewritten(cell.ToText()) is { } json
                ? CellValue.Json(json)
                : Token(Kind.JsonDocument, cell),
            CellKind.Text when JsonLeaves.MayBeDocument(cell.ToText()) && Rewritten(cell.ToText()) is { } json =>
                CellValue.Text(json),
            CellKind.Text => CellValue.Text(Text(cell.ToText())),
            _ => Scalar(cell),
        };

    /// <summary>A text of the column, or a name that leaves with it.</summary>
    internal string Text(string text)
    {
        var stretches = Findings(text);
        var repeated = search.Find(text);
        if (stretches.Count == 0 && repeated.Count == 0)
            return text;
        var all = Stretches.Union([
            .. stretches,
            .. repeated.Select(hit => new Stretch(hit.Start, hit.Length, Repeated(hit).Kind, hit.Value)),
        ]);
        return Stretches.Replace(text, all, stretch => Token(text, stretch));
    }

    private MaskedValue Repeated(SearchHit hit) => ledger.Values[hit.Value];

    private string? Rewritten(string json) => JsonLeaves.Rewrite(json, Leaf, Text);

    private string Leaf(string path, JsonElement leaf)
    {
        var cell = JsonLeaves.CellOf(leaf);
        var blank = cell.IsNull || (cell.Kind == CellKind.Text && string.IsNullOrWhiteSpace(cell.ToText()));
        if (blank)
            return leaf.GetRawText();
        var rewritten = fields.KindOf(column, path).Match(kind => Token(kind, cell), () => Keep(cell, leaf));
        return rewritten.Kind == CellKind.Text ? JsonLeaves.Quote(rewritten.ToText()) : leaf.GetRawText();
    }

    private CellValue Keep(CellValue cell, JsonElement leaf) =>
        leaf.ValueKind switch
        {
            JsonValueKind.String => CellValue.Text(Text(cell.ToText())),
            JsonValueKind.Number => Scalar(cell),
            _ => cell,
        };

    private CellValue Scalar(CellValue cell)
    {
        if (search.IsEmpty)
            return cell;
        var text = cell.ToText();
        var hits = search.Find(text);
        if (hits.Count == 0)
            return cell;
        ledger.Count(column);
        return CellValue.Text(
            hits is [{ Start: 0 } whole] && whole.Length == text.Length
                ? Repeated(whole).Token
                : ledger.Token(column, Kind.Unknown, cell)
        );
    }

    private CellValue Token(Kind kind, CellValue cell)
    {
        ledger.Count(column);
        var token =
            cell.Kind == CellKind.Boolean ? ledger.Suppress(column, kind, cell) : ledger.Token(column, kind, cell);
        return CellValue.Text(token);
    }

    private string Token(string text, Stretch stretch)
    {
        ledger.Count(column);
        return stretch.Value >= 0
            ? ledger.Values[stretch.Value].Token
            : ledger.Token(column, stretch.Kind, CellValue.Text(text.Substring(stretch.Start, stretch.Length)));
    }

    private List<Stretch> Findings(string text)
    {
        if (found.TryGetValue(text, out var known))
            return known;
        if (isCollected)
            return [];
        var stretches = new List<Stretch>();
        foreach (var span in TextScanner.Find(text, name))
            stretches.Add(new Stretch(span.Start, span.Length, span.Kind, -1));
        foreach (var (start, length) in TokenShape.Find(text))
            stretches.Add(new Stretch(start, length, Kind.Unknown, -1));
        if (stretches.Count > 0)
            found[text] = stretches;
        return stretches;
    }
}
