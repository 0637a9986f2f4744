using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>A masked value stands in what would leave. It names the field, never the value.</summary>
public sealed record Leak(Kind Kind, string Column);

/// <summary>The last gate: searches everything that would leave for every distinct masked value and its common spellings, all at once.</summary>
public sealed class LeakCheck
{
    private readonly MaskedRows masked;
    private readonly ValueSearch search;

    private LeakCheck(MaskedRows masked)
    {
        this.masked = masked;
        search = masked.Search.IfNone(() => ValueSearch.For(masked.Values, masked.Rows.Columns));
        Unchecked = ValueSearch.CountUnsearched(masked.Values, masked.Rows.Columns);
    }

    /// <summary>Masked values too short or too common to be searched.</summary>
    public int Unchecked { get; }

    public static LeakCheck For(MaskedRows masked) => new(masked);

    /// <summary>Name by name and cell by cell, in JSON and arrays leaf by leaf, so that two neighbours never make a value together.</summary>
    public Option<Leak> InRows()
    {
        foreach (var column in masked.Rows.Columns)
            if (InText(column.Name).Case is Leak leak)
                return leak;
        foreach (var row in masked.Rows.Rows)
        foreach (var cell in row)
            if (InCell(cell).Case is Leak leak)
                return leak;
        return None;
    }

    public Option<Leak> InText(string text) =>
        search.Find(text) is [var hit, ..]
            ? new Leak(masked.Values[hit.Value].Kind, masked.Rows.Columns[masked.Values[hit.Value].Column].Name)
            : None;

    private Option<Leak> InCell(CellValue cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Null or CellKind.Boolean:
                return None;
            case CellKind.Array:
                return cell.AsArray.Select(InCell).Somes().HeadOrNone();
            case CellKind.Json or CellKind.Text when JsonLeaves.MayBeDocument(cell.ToText()):
                return InDocument(cell.ToText());
            default:
                return InText(cell.ToText());
        }
    }

    private Option<Leak> InDocument(string json)
    {
        Option<Leak> found = None;
        var read = JsonLeaves.Rewrite(
            json,
            (_, leaf) =>
            {
                found = found || InText(JsonLeaves.CellOf(leaf).ToText());
                return "0";
            },
            name =>
            {
                found = found || InText(name);
                return name;
            }
        );
        return read is null ? InText(json) : found;
    }
}
