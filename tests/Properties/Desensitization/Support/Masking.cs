using System.Text;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Properties.Desensitization.Support;

/// <summary>Short ways to mask a table of one's own making.</summary>
internal static class Masking
{
    public static readonly TokenKey OtherKey = TokenKey
        .Create(Encoding.ASCII.GetBytes("another key for the tests, also never used"), TokenSharing.Shared)
        .IfNone(() => throw new InvalidOperationException());

    public static ColumnTreatment Sensitive(Kind kind, TokenKey? key = null) =>
        new(new FieldVerdict("c", Classification.Sensitive, kind, 1, VerdictSource.Rule, ""), key ?? People.Key);

    public static ColumnTreatment Kept() =>
        new(new FieldVerdict("c", Classification.Scan, None, 1, VerdictSource.Rule, ""), People.Key);

    public static MaskedRows Mask(
        TokenLength length,
        IReadOnlyList<ColumnTreatment> treatments,
        params CellValue[][] rows
    ) => Masker.Mask(Rows(treatments.Count, rows), treatments, length);

    public static MaskedRows Mask(IReadOnlyList<ColumnTreatment> treatments, params CellValue[][] rows) =>
        Mask(TokenLength.Default, treatments, rows);

    /// <summary>The token of one value in a column of its own.</summary>
    public static string Token(Kind kind, CellValue value, TokenKey? key = null) =>
        Mask([Sensitive(kind, key)], [value]).Rows.Rows[0][0].ToText();

    public static string Token(Kind kind, string value) => Token(kind, CellValue.Text(value));

    public static RowSet Rows(int columns, params CellValue[][] rows) =>
        new(
            [.. Enumerable.Range(0, columns).Select(i => new ResultColumn($"c{i}", "text", None))],
            rows,
            Truncated: false
        );
}
