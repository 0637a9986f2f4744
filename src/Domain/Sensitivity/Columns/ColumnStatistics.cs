using Causum.Domain.Rows;
using Causum.Domain.Sensitivity.Forms;
using Causum.Domain.Sensitivity.Scanning;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>What the values of one column have in common; NULL and blank values do not count.</summary>
internal sealed class ColumnStatistics
{
    private readonly System.Collections.Generic.HashSet<string> distinct = new(StringComparer.Ordinal);
    private readonly Dictionary<ValueType, int> types = [];
    private long length;
    private long words;
    private int unspaced;

    private ColumnStatistics() { }

    public int Count { get; private set; }

    public int Distinct => distinct.Count;

    public double DistinctShare => Share(Distinct);

    public FormTally Forms { get; } = new();

    /// <summary>Values that look like a person's name.</summary>
    public int NameLike { get; private set; }

    /// <summary>Of these, the ones that hold a frequent given or family name.</summary>
    public int FrequentNames { get; private set; }

    /// <summary>Of these, the ones of two words or more, in a script with spaces.</summary>
    public int FrequentFullNames { get; private set; }

    /// <summary>Longer texts that hold a frequent name among other words.</summary>
    public int ProseWithNames { get; private set; }

    /// <summary>Values that are JSON objects or arrays by their first and last character.</summary>
    public int Documents { get; private set; }

    /// <summary>The values look like names of persons: 60 % in form, half of them distinct (reference, §4).</summary>
    public bool LookLikeNames => Count >= 5 && Share(NameLike) >= 0.6 && DistinctShare >= 0.5;

    /// <summary>Values in which a search finds something sensitive beside other text.</summary>
    public int WithSpans { get; private set; }

    /// <summary>Values that hold a space.</summary>
    public int Spaced { get; private set; }

    /// <summary>Values of one word of letters, digits, points and dashes, with a digit in it.</summary>
    public int Codes { get; private set; }

    public int Dates { get; private set; }

    public DateOnly Earliest { get; private set; } = DateOnly.MaxValue;

    public DateOnly Latest { get; private set; } = DateOnly.MinValue;

    public double Largest { get; private set; } = double.NegativeInfinity;

    /// <summary>Most names are in a script without spaces between words.</summary>
    public bool IsUnspaced => unspaced * 2 > NameLike;

    public bool IsProse => Count > 0 && (words >= 3L * Count || length > 40L * Count);

    /// <summary>The type that most values have.</summary>
    public ValueType Type => Count == 0 ? ValueType.Unknown : types.MaxBy(t => t.Value).Key;

    public double Share(int count) => Count == 0 ? 0 : (double)count / Count;

    public static ColumnStatistics Of(FieldFacts field)
    {
        var statistics = new ColumnStatistics();
        foreach (var value in field.Values)
            statistics.Add(value, field.Name);
        return statistics;
    }

    private void Add(CellValue value, string fieldName)
    {
        if (value.IsNull)
            return;
        if (value.Kind == CellKind.Array)
        {
            foreach (var item in value.AsArray)
                Add(item, fieldName);
            return;
        }
        if (value.Kind == CellKind.Bytes)
        {
            Count++;
            Tally(ValueType.Bytes);
            return;
        }
        var original = value.ToText();
        var text = PlainView.IsNeeded(original) ? PlainView.Of(original).Text.Trim() : original.AsSpan().Trim();
        if (text.IsEmpty)
            return;
        Count++;
        length += text.Length;
        distinct.Add(original);
        var type = TypeOf(value, text);
        Tally(type);
        if (type is ValueType.Boolean or ValueType.Time or ValueType.Uuid)
            return;
        Describe(text);
        if (type is ValueType.Date)
            return;
        var before = Forms.Total;
        ValueForms.AddTo(text, Forms);
        if (
            Forms.Total == before
            && type is ValueType.Text or ValueType.Json
            && text.Length >= 12
            && TextScanner.Find(text, fieldName).Count > 0
        )
            WithSpans++;
    }

    private void Tally(ValueType type) => types[type] = types.GetValueOrDefault(type) + 1;

    private ValueType TypeOf(CellValue value, ReadOnlySpan<char> text)
    {
        var type = ValueTypes.Of(value.Kind);
        if (
            type is ValueType.Integer or ValueType.Number or ValueType.Text
            && double.TryParse(
                text,
                System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            Largest = Math.Max(Largest, number);
            return type is ValueType.Text
                ? IsWhole(text)
                    ? ValueType.Integer
                    : ValueType.Number
                : type;
        }
        if (type is ValueType.Date or ValueType.Text && CalendarText.TryRead(text, out var date))
        {
            Dates++;
            Earliest = date < Earliest ? date : Earliest;
            Latest = date > Latest ? date : Latest;
            return ValueType.Date;
        }
        if (type is ValueType.Text && text.Length == 36 && Guid.TryParseExact(text, "D", out _))
            return ValueType.Uuid;
        if (type is ValueType.Text && (text is "true" or "false" or "TRUE" or "FALSE" or "True" or "False"))
            return ValueType.Boolean;
        return type;
    }

    private static bool IsWhole(ReadOnlySpan<char> text) => !text.TrimStart('-').ContainsAnyExceptInRange('0', '9');

    private void Describe(ReadOnlySpan<char> text)
    {
        var spaces = text.Count(' ');
        words += spaces + 1;
        if (spaces > 0)
            Spaced++;
        else if (text.Length <= 40 && text.ContainsAnyInRange('0', '9'))
            Codes++;
        if (text.Length >= 2 && ((text[0] == '{' && text[^1] == '}') || (text[0] == '[' && text[^1] == ']')))
            Documents++;
        else
            DescribeName(text);
    }

    private void DescribeName(ReadOnlySpan<char> text)
    {
        var nameWords = NameShape.CountWords(text);
        var frequent = nameWords > 0 || text.Length <= 400 ? PersonNames.Count(text) : 0;
        if (nameWords > 0)
        {
            NameLike++;
            unspaced += text[0] >= '\u2E80' ? 1 : 0;
            FrequentNames += frequent > 0 ? 1 : 0;
            FrequentFullNames += frequent > 0 && nameWords > 1 && text[0] < '\u2E80' ? 1 : 0;
        }
        else if (frequent > 1)
        {
            ProseWithNames++;
        }
    }
}
