using System.Buffers;
using System.Text;
using System.Text.Json;
using Causum.Application.Ports;
using Causum.Domain.Rows;

namespace Causum.Integration.Databases;

/// <summary>Keeps each cell as the JSON it will be on the wire.</summary>
internal sealed class RowsInMemory(int enough = int.MaxValue, Action? onFirstRow = null) : IRowSink
{
    public IReadOnlyList<ResultColumn> Columns { get; private set; } = [];

    public List<string[]> Rows { get; } = [];

    /// <summary>Most rows that were offered, also those after it had enough.</summary>
    public int Offered { get; private set; }

    public void Begin(IReadOnlyList<ResultColumn> columns) => Columns = columns;

    public bool Accept(ReadOnlySpan<CellValue> row)
    {
        if (Offered++ == 0)
            onFirstRow?.Invoke();
        var cells = new string[row.Length];
        for (var i = 0; i < row.Length; i++)
            cells[i] = Json(row[i]);
        Rows.Add(cells);
        return Rows.Count < enough;
    }

    public static string Json(CellValue cell)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var writer = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
            cell.WriteJson(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
