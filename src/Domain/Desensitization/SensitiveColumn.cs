using System.Text.Json;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>Masks every cell of a column: one token for a scalar, element by element in arrays, leaf by leaf in JSON.</summary>
internal sealed class SensitiveColumn(
    int column,
    Kind kind,
    bool suppresses,
    TokenLedger ledger,
    JsonFields fields,
    Func<string, string> jsonName
)
{
    /// <summary>Distinct values up to which a telling kind is printed as one constant.</summary>
    private const int LowCardinality = 16;

    private static readonly System.Collections.Generic.HashSet<Kind> Telling =
    [
        Kind.Health,
        Kind.Biometric,
        Kind.Religion,
        Kind.Ethnicity,
        Kind.Politics,
        Kind.UnionMembership,
        Kind.SexualLife,
        Kind.Offence,
        Kind.Gender,
        Kind.Nationality,
        Kind.MaritalStatus,
        Kind.Occupation,
    ];

    /// <summary>True where equality and frequency of a column's tokens would give its values away.</summary>
    internal static bool Suppresses(Kind kind, IEnumerable<CellValue> cells)
    {
        if (!Telling.Contains(kind))
            return false;
        var distinct = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        return cells
            .Where(cell => !cell.IsNull)
            .All(cell => distinct.Add(cell.ToText()) ? distinct.Count <= LowCardinality : true);
    }

    internal CellValue Mask(CellValue cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Null:
                return cell;
            case CellKind.Array:
                return CellValue.Array([.. cell.AsArray.Select(Mask)]);
            case CellKind.Json:
                var json = JsonLeaves.Rewrite(cell.ToText(), Leaf, jsonName);
                return json is null ? Token(kind, cell) : CellValue.Json(json);
            case CellKind.Text when string.IsNullOrWhiteSpace(cell.ToText()):
                return cell;
            case CellKind.Bytes:
                return Token(Kind.Binary, cell);
            default:
                return Token(kind, cell);
        }
    }

    private CellValue Token(Kind of, CellValue cell)
    {
        ledger.Count(column);
        var constant = cell.Kind == CellKind.Boolean || (suppresses && of == kind);
        return CellValue.Text(constant ? ledger.Suppress(column, of, cell) : ledger.Token(column, of, cell));
    }

    private string Leaf(string path, JsonElement leaf)
    {
        var cell = JsonLeaves.CellOf(leaf);
        if (cell.IsNull || (cell.Kind == CellKind.Text && string.IsNullOrWhiteSpace(cell.ToText())))
            return leaf.GetRawText();
        var ofPath = path.Length == 0 ? None : fields.KindOf(column, path).Filter(k => k != Kind.Unknown);
        return JsonLeaves.Quote(Token(ofPath.IfNone(kind), cell).ToText());
    }
}
