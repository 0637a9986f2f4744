using System.Globalization;
using System.Text.RegularExpressions;
using Causum.Domain.Rows;

namespace Causum.Host.Preview;

/// <summary>Gives text from a file the type that a database column would have, so that the classifier sees what it would see there.</summary>
internal static partial class TextCells
{
    private static readonly string[] Dates = ["yyyy-MM-dd"];
    private static readonly string[] Timestamps =
    [
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>The narrowest kind that fits every value. A number with a leading zero or plus is text: the zero of a postal code must not be lost.</summary>
    public static CellKind Infer(IEnumerable<string> values)
    {
        CellKind[] candidates = [CellKind.Integer, CellKind.Decimal, CellKind.Date, CellKind.Timestamp];
        var any = false;
        foreach (var value in values.Where(v => v.Length > 0))
        {
            any = true;
            candidates = [.. candidates.Where(kind => Parse(value, kind).IsSome)];
            if (candidates.Length == 0)
                break;
        }
        return any && candidates.Length > 0 ? candidates[0] : CellKind.Text;
    }

    /// <summary>What stands in a cell of a column of that kind; an empty cell is NULL.</summary>
    public static CellValue Read(string text, CellKind kind) =>
        text.Length == 0 ? CellValue.Null : Parse(text, kind).IfNone(CellValue.Text(text));

    /// <summary>By the name of a declared type; text that does not fit it stays text.</summary>
    public static CellValue ReadDeclared(string text, string type) =>
        type.Contains("time", StringComparison.OrdinalIgnoreCase)
        || type.Contains("date", StringComparison.OrdinalIgnoreCase)
            ? (Parse(text, CellKind.Date) || Parse(text, CellKind.Timestamp)).IfNone(CellValue.Text(text))
            : CellValue.Text(text);

    public static string TypeName(CellKind kind) =>
        kind switch
        {
            CellKind.Integer => "bigint",
            CellKind.Decimal => "numeric",
            CellKind.Date => "date",
            CellKind.Timestamp => "timestamp",
            _ => "text",
        };

    private static Option<CellValue> Parse(string text, CellKind kind) =>
        kind switch
        {
            CellKind.Integer => WholeNumber().IsMatch(text)
                ? CellValue.Integer(long.Parse(text, CultureInfo.InvariantCulture))
                : None,
            CellKind.Decimal => Number().IsMatch(text) ? CellValue.Decimal(text) : None,
            CellKind.Date => DateOnly.TryParseExact(
                text,
                Dates,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? CellValue.Date(date)
                : None,
            CellKind.Timestamp => DateTime.TryParseExact(
                text,
                Timestamps,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
                ? CellValue.Timestamp(time)
                : None,
            _ => None,
        };

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]{0,17})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(
        @"\A-?(0|[1-9][0-9]{0,37})(\.[0-9]{1,38})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();
}
