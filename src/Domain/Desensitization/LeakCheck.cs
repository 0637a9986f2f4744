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
        search = ValueSearch.For(masked.Values);
        Unchecked = masked.Values.Count(value => !SearchForms.IsCheckable(value.Value));
    }

    /// <summary>Masked values too short or too common to be searched.</summary>
    public int Unchecked { get; }

    public static LeakCheck For(MaskedRows masked) => new(masked);

    /// <summary>Cell by cell, so that two cells never make a value together.</summary>
    public Option<Leak> InRows()
    {
        foreach (var row in masked.Rows.Rows)
        foreach (var cell in row)
            if (cell.Kind is not (CellKind.Null or CellKind.Boolean) && InText(cell.ToText()).Case is Leak leak)
                return leak;
        return None;
    }

    public Option<Leak> InText(string text) =>
        search.Find(text) is [var hit, ..]
            ? new Leak(masked.Values[hit.Value].Kind, masked.Rows.Columns[masked.Values[hit.Value].Column].Name)
            : None;
}
