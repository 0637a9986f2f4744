using System.Globalization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Properties.Sensitivity;

/// <summary>
/// A made-up table with a label on every column. A line is <c>name | S or - | type | template</c>; in templates <c>#</c> is a digit, <c>%</c> a capital
/// letter, <c>{word}</c> an entry of the table's list of that name, <c>{n}</c> the row's number, <c>[a-b]</c> a number of that range.
/// </summary>
internal sealed record LabelledTable(
    string Language,
    string Name,
    IReadOnlyList<FieldFacts> Fields,
    IReadOnlyList<bool> Sensitive
)
{
    private const int Rows = 24;

    public static LabelledTable Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split(' ');
        var lists = lines
            .Where(l => l.Contains(" = ", StringComparison.Ordinal))
            .Select(l => l.Split(" = "))
            .ToDictionary(l => l[0], l => l[1].Split(", "), StringComparer.Ordinal);
        var columns = lines
            .Where(l => l.Contains(" | ", StringComparison.Ordinal))
            .Select(l => l.Split(" | "))
            .ToArray();
        return new LabelledTable(
            head[0],
            head[1],
            [.. columns.Select((c, i) => Column(c, lists, i))],
            [.. columns.Select(c => c[1] == "S")]
        );
    }

    private static FieldFacts Column(string[] parts, Dictionary<string, string[]> lists, int column)
    {
        var dice = new Random(column * 7919 + parts[0].Length);
        var values = Enumerable
            .Range(0, parts.Length > 3 ? Rows : 0)
            .Select(row => Cell(parts[2], Fill(parts[3], lists, row, dice)))
            .ToArray();
        return new FieldFacts(parts[0], parts[2], None, None, None, None, values);
    }

    private static CellValue Cell(string type, string text) =>
        type switch
        {
            "int" => CellValue.Integer(long.Parse(text, CultureInfo.InvariantCulture)),
            "numeric" => CellValue.Decimal(text),
            "date" => CellValue.Date(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "bool" => CellValue.Boolean(text == "true"),
            "uuid" => CellValue.Uuid(Guid.Parse(text)),
            "json" => CellValue.Json(text),
            "bytea" => CellValue.Bytes([1, 2, 3]),
            _ => CellValue.Text(text),
        };

    private static string Fill(string template, Dictionary<string, string[]> lists, int row, Random dice)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (
                c is '{' or '['
                && template.IndexOf(c == '{' ? '}' : ']', i) is var close and > 0
                && Word(template[(i + 1)..close], lists, row, dice) is { } word
            )
            {
                text.Append(word);
                i = close;
            }
            else
            {
                text.Append(
                    c switch
                    {
                        '#' => (char)('0' + dice.Next(10)),
                        '%' => (char)('A' + dice.Next(26)),
                        _ => c,
                    }
                );
            }
        }
        return text.ToString();
    }

    private static string? Word(string name, Dictionary<string, string[]> lists, int row, Random dice)
    {
        if (name == "n")
            return (row + 1).ToString(CultureInfo.InvariantCulture);
        if (lists.TryGetValue(name, out var list))
            return list[dice.Next(list.Length)];
        var range = name.Split('-');
        return
            range.Length == 2
            && int.TryParse(range[0], CultureInfo.InvariantCulture, out var low)
            && int.TryParse(range[1], CultureInfo.InvariantCulture, out var high)
            ? dice.Next(low, high + 1)
                .ToString(range[0].Length > 1 && range[0][0] == '0' ? "00" : "0", CultureInfo.InvariantCulture)
            : null;
    }
}
