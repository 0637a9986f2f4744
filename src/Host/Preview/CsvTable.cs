using System.Text.Unicode;
using Causum.Domain.Input;
using Causum.Domain.Rows;
using CsvHelper;

namespace Causum.Host.Preview;

/// <summary>A CSV file in UTF-8 with a header line; the separator is found out. Faults name the line, never its content.</summary>
internal static class CsvTable
{
    private static readonly CsvReaderOptions Reading = new()
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    public static Either<InputError, PreviewTable> Read(FieldPath at, string name, byte[] content, int limit)
    {
        if (!IsText(content))
            return new InputError.Unreadable(at, "is not UTF-8 text: save it in UTF-8");
        using var reader = CsvReader.Create(content, Reading);
        try
        {
            string[] header = [.. reader.Headers];
            if (header.Length == 0)
                return new InputError.Unreadable(at, "is empty: a CSV file begins with a line of column names");
            var records = new List<string[]>();
            while (records.Count <= limit && reader.Read())
                records.Add([.. header.Select((_, i) => reader.GetString(i))]);
            return Table(name, header, [.. records.Take(limit)], truncated: records.Count > limit);
        }
        catch (CsvFormatException e)
        {
            return new InputError.Unreadable(
                at,
                $"is not valid CSV near line {e.LineNumber}: a quote in the wrong place, or not one field for each column name"
            );
        }
    }

    /// <summary>UTF-8, or one of the forms of UTF-16 that begin with a mark; anything else would be judged by letters that are not in the file.</summary>
    private static bool IsText(ReadOnlySpan<byte> content) =>
        content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Utf8.IsValid(content);

    private static PreviewTable Table(string name, string[] header, IReadOnlyList<string[]> records, bool truncated)
    {
        CellKind[] kinds = [.. header.Select((_, i) => TextCells.Infer(records.Select(r => r[i])))];
        return PreviewTable.OfFile(
            name,
            None,
            [.. header.Select((column, i) => new FileColumn(column, TextCells.TypeName(kinds[i]), None))],
            [.. records.Select(r => r.Select((cell, i) => TextCells.Read(cell, kinds[i])).ToArray())],
            truncated
        );
    }
}
