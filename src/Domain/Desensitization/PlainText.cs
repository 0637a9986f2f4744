using System.Globalization;
using System.Text;
using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <summary>Masked rows as text without a model: one line a row, the same on every machine.</summary>
public static class PlainText
{
    public const string NoRows = "The query returned no rows.";

    public static string Render(RowSet rows)
    {
        if (rows.Rows.Count == 0)
            return NoRows;
        var text = new StringBuilder();
        for (var row = 0; row < rows.Rows.Count; row++)
        {
            if (row > 0)
                text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{row + 1}. ").Append(Row(rows.Columns, rows.Rows[row]));
        }
        return text.ToString();
    }

    public static string Row(IReadOnlyList<ResultColumn> columns, CellValue[] row)
    {
        var text = new StringBuilder();
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0)
                text.Append("; ");
            text.Append(OneLine(columns[i].Name))
                .Append(": ")
                .Append(row[i].IsNull ? "null" : OneLine(row[i].ToText()));
        }
        return text.ToString();
    }

    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(c < ' ' ? ' ' : c);
        return line.ToString();
    }
}
