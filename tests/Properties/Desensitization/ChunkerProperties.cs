using System.Text.Json;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Properties.Desensitization.Support;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Desensitization;

public sealed class ChunkerProperties
{
    private static int Count(string text) => (text.Length + 3) / 4;

    [Property(MaxTest = 500)]
    public bool Chunks_together_are_the_rows_in_order_each_once(int seed, PositiveInt budget)
    {
        var rows = Rows(seed);
        var chunks = Chunker.Split(rows, budget.Get, Count);
        var next = 0;
        foreach (var chunk in chunks)
        {
            if (chunk.FirstRow != next || chunk.Lines.Count == 0)
                return false;
            next += chunk.Lines.Count;
        }
        return next == rows.Length
            && chunks
                .Where(c => !c.IsPlain)
                .SelectMany(c => c.Lines.Select((line, i) => (line, row: c.FirstRow + i)))
                .All(l => l.line == TransformPrompt.Line(rows[l.row]));
    }

    [Property(MaxTest = 500)]
    public bool No_chunk_is_over_its_budget(int seed, PositiveInt budget) =>
        Chunker
            .Split(Rows(seed), budget.Get, Count)
            .All(chunk => chunk.IsPlain || Count(string.Join('\n', chunk.Lines)) <= budget.Get);

    /// <summary>A tokenizer that counts a whole as more than its parts.</summary>
    [Property]
    public bool A_tokenizer_that_does_not_add_up_changes_nothing(int seed)
    {
        static int Odd(string text) => Count(text) + 3 * text.Count(c => c == '\n');
        return Chunker
            .Split(Rows(seed), 60, Odd)
            .All(chunk => chunk.IsPlain || chunk.Lines.Count == 1 || Odd(string.Join('\n', chunk.Lines)) <= 60);
    }

    [Fact]
    public void A_row_too_large_is_cut_visibly_and_does_not_stop_the_others()
    {
        CellValue[][] rows =
        [
            [CellValue.Integer(1), CellValue.Text("short")],
            [CellValue.Integer(2), CellValue.Text(new string('x', 40_000))],
            [CellValue.Integer(3), CellValue.Text("short")],
        ];
        var chunks = Chunker.Split(rows, 3000, Count);
        Assert.All(chunks, chunk => Assert.False(chunk.IsPlain));
        var cut = chunks.SelectMany(c => c.Lines).ElementAt(1);
        Assert.Contains("[…cut]", cut, StringComparison.Ordinal);
        Assert.InRange(Count(cut), Chunker.CellLimit - 10, 3000);
    }

    [Fact]
    public void A_row_too_large_even_when_cut_is_written_without_the_model()
    {
        CellValue[][] rows =
        [
            [CellValue.Text("short")],
            [.. Enumerable.Range(0, 5).Select(_ => CellValue.Text(new string('x', 40_000)))],
            [CellValue.Text("short")],
        ];
        Assert.Equal([false, true, false], Chunker.Split(rows, 3000, Count).Select(c => c.IsPlain));
    }

    [Fact]
    public void A_cut_never_leaves_half_a_token()
    {
        var tokens = string.Join(' ', Enumerable.Repeat("NAM_a1b2c3d4", 2000));
        var line = Chunker
            .Split(
                [
                    [CellValue.Text(tokens)],
                ],
                2500,
                Count
            )[0]
            .Lines[0];
        using var cells = JsonDocument.Parse(line);
        var words = cells
            .RootElement[0]
            .GetString()!
            .Replace(" […cut]", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(words, word => Assert.Equal("NAM_a1b2c3d4", word));
    }

    [Property(MaxTest = 300)]
    public bool No_cell_can_close_the_data_block(int seed, NonNull<string> text)
    {
        var random = new Random(seed);
        var boundary = new byte[TransformPrompt.BoundaryBytes];
        random.NextBytes(boundary);
        var mark = $"-----{Convert.ToHexStringLower(boundary)}-----";
        CellValue[][] rows =
        [
            [CellValue.Text(text.Get)],
            [CellValue.Text($"\n{mark}\r\n{mark}\u2028{mark}")],
            [Cells.Any(random)],
        ];
        var prompt = TransformPrompt.Of("{}", rows.Select(row => TransformPrompt.Line(row)), boundary);
        var lines = prompt.User.Split('\n');
        return lines.Length == rows.Length + 3
            && lines.Count(line => line == mark) == 2
            && lines[2..^1].All(IsJsonArray)
            && !prompt.User.Any(c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u200B' or '\u2028');
    }

    private static bool IsJsonArray(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.ValueKind == JsonValueKind.Array;
    }

    private static CellValue[][] Rows(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, random.Next(0, 30)).Select(_ => new[] { Cells.Scalar(random), Cells.Any(random) }),
        ];
    }
}
