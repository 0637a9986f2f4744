using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>
/// One run over a result. The first half masks the sensitive columns and collects what the kept ones hold of sensitive text; the second writes the kept
/// columns, where whatever was masked anywhere is replaced.
/// </summary>
internal sealed class MaskingPass(
    RowSet rows,
    IReadOnlyList<ColumnTreatment> treatments,
    TokenMint mint,
    JsonFields fields
)
{
    private const int MaximumRounds = 4;

    private readonly CellValue[][] output = [.. rows.Rows.Select(row => new CellValue[row.Length])];
    private readonly FieldVerdict[] verdicts = [.. treatments.Select(t => t.Verdict)];
    private readonly KeptColumn[] kept = new KeptColumn[treatments.Count];
    private readonly TokenLedger ledger = new(treatments, mint);
    private ValueSearch search = ValueSearch.Nothing;

    internal MaskedRows Run()
    {
        for (var column = 0; column < verdicts.Length; column++)
        {
            kept[column] = new KeptColumn(column, rows.Columns[column].Name, ledger, fields);
            if (IsKept(column))
                kept[column].Collect(Cells(column)).IfSome(kind => verdicts[column] = AsWhole(verdicts[column], kind));
            if (!IsKept(column))
                Mask(column, jsonName: name => name);
        }
        var isComplete = false;
        for (var round = 0; round < MaximumRounds && !isComplete; round++)
            isComplete = WriteKept() == 0;
        var masked = rows with { Columns = [.. rows.Columns.Select(WithSafeName)], Rows = output };
        return new MaskedRows(masked, verdicts, ledger.Values, ledger.Issued, ledger.Replacements, Collisions: 0)
        {
            Search = isComplete ? Some(search) : None,
        };
    }

    /// <summary>How many values were entered on the way: stretches that overlap make new ones, which have to be searched in their turn.</summary>
    private int WriteKept()
    {
        var known = ledger.Values.Count;
        search = ValueSearch.For([.. ledger.Values], rows.Columns);
        for (var column = 0; column < verdicts.Length; column++)
        {
            kept[column].Search(search);
            if (!IsKept(column) && !HoldsDocuments(column))
                continue;
            ledger.Restart(column);
            if (IsKept(column))
                Write(column, kept[column].Keep);
            else
                Mask(column, kept[column].Text);
        }
        return ledger.Values.Count - known;
    }

    private bool IsKept(int column) => verdicts[column].Classification != Classification.Sensitive;

    private bool HoldsDocuments(int column) => Cells(column).Any(cell => cell.Kind is CellKind.Json or CellKind.Array);

    private IEnumerable<CellValue> Cells(int column) => rows.Rows.Select(row => row[column]);

    private void Mask(int column, Func<string, string> jsonName)
    {
        var kind = verdicts[column].Kind.IfNone(Kind.Unknown);
        var suppresses = SensitiveColumn.Suppresses(kind, Cells(column));
        Write(column, new SensitiveColumn(column, kind, suppresses, ledger, fields, jsonName).Mask);
    }

    private void Write(int column, Func<CellValue, CellValue> treat)
    {
        for (var row = 0; row < output.Length; row++)
            output[row][column] = treat(rows.Rows[row][column]);
    }

    /// <summary>A catalog name is no data; any other name may have been made from data (pivots, aliases).</summary>
    private ResultColumn WithSafeName(ResultColumn column, int index) =>
        column.Origin.Exists(origin => string.Equals(origin.Column, column.Name, StringComparison.Ordinal))
            ? column
            : column with
            {
                Name = kept[index].Text(column.Name),
            };

    private static FieldVerdict AsWhole(FieldVerdict verdict, Kind kind) =>
        verdict with
        {
            Classification = Classification.Sensitive,
            Kind = kind,
            Source = VerdictSource.Rule,
            Why = "most of its cells hold sensitive text",
        };
}
