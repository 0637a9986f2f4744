using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <summary>Some rows of a result, in order, as lines of a prompt.</summary>
/// <param name="FirstRow">Index of the first row.</param>
/// <param name="Lines">One for each row.</param>
/// <param name="IsPlain">A row too large for the model even when cut: it is rendered without one.</param>
public sealed record Chunk(int FirstRow, IReadOnlyList<string> Lines, bool IsPlain)
{
    /// <summary>The two halves, in order; only for chunks of at least two rows.</summary>
    public (Chunk First, Chunk Second) Halves()
    {
        var half = Lines.Count / 2;
        return (
            new Chunk(FirstRow, [.. Lines.Take(half)], IsPlain),
            new Chunk(FirstRow + half, [.. Lines.Skip(half)], IsPlain)
        );
    }
}

/// <summary>
/// Divides rows into chunks that fit a number of tokens. A row is never split and never lost: the chunks together are the rows, in order, each once.
/// </summary>
public static class Chunker
{
    /// <summary>Tokens that a cell of an oversize row may keep.</summary>
    public const int CellLimit = 2000;

    private const int LongestToken = 20;
    private const string CutMark = " […cut]";

    /// <param name="budget">Tokens that the lines of one chunk may have.</param>
    /// <param name="count">Tokens of a text.</param>
    public static IReadOnlyList<Chunk> Split(IReadOnlyList<CellValue[]> rows, int budget, Func<string, int> count)
    {
        var chunks = new List<Chunk>();
        var open = new List<string>();
        var used = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var line = Fitting(rows[row], budget, count);
            var size = line.Tokens + 1;
            if (open.Count > 0 && (line.IsOversize || used + size > budget))
                Close(row);
            if (line.IsOversize)
                chunks.Add(new Chunk(row, [line.Text], IsPlain: true));
            else
            {
                open.Add(line.Text);
                used += size;
            }
        }
        if (open.Count > 0)
            Close(rows.Count);
        return [.. chunks.SelectMany(chunk => Within(chunk, budget, count))];

        void Close(int next)
        {
            chunks.Add(new Chunk(next - open.Count, [.. open], IsPlain: false));
            open.Clear();
            used = 0;
        }
    }

    /// <summary>The sum of the lines' tokens is an estimate of the whole's; where it was too low the chunk is halved.</summary>
    private static IEnumerable<Chunk> Within(Chunk chunk, int budget, Func<string, int> count)
    {
        if (chunk.IsPlain || chunk.Lines.Count == 1 || count(string.Join('\n', chunk.Lines)) <= budget)
            return [chunk];
        var (first, second) = chunk.Halves();
        return [.. Within(first, budget, count), .. Within(second, budget, count)];
    }

    private static (string Text, int Tokens, bool IsOversize) Fitting(
        CellValue[] row,
        int budget,
        Func<string, int> count
    )
    {
        var line = TransformPrompt.Line(row);
        var tokens = count(line);
        if (tokens < budget)
            return (line, tokens, false);
        var cut = (CellValue[])row.Clone();
        foreach (
            var cell in Enumerable.Range(0, row.Length).OrderByDescending(i => row[i].ToText().Length).ThenBy(i => i)
        )
        {
            if (Cut(row[cell], count) is not { } shorter)
                continue;
            cut[cell] = CellValue.Text(shorter);
            line = TransformPrompt.Line(cut);
            tokens = count(line);
            if (tokens < budget)
                return (line, tokens, false);
        }
        return (line, tokens, true);
    }

    /// <summary>The longest beginning, by halving, that keeps to the cell limit; null where nothing is to be cut.</summary>
    private static string? Cut(CellValue cell, Func<string, int> count)
    {
        if (cell.Kind is not (CellKind.Text or CellKind.Json or CellKind.Array))
            return null;
        var text = cell.ToText();
        if (count(text) <= CellLimit)
            return null;
        int fits = 0,
            tooLong = text.Length;
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (count(text[..middle]) <= CellLimit)
                fits = middle;
            else
                tooLong = middle;
        }
        return string.Concat(text.AsSpan(0, BeforeToken(text, fits)), CutMark);
    }

    /// <summary>A token is a word; longer words may be cut, but not within a character.</summary>
    private static int BeforeToken(string text, int end)
    {
        var start = end;
        while (start > 0 && start < text.Length && (char.IsLetterOrDigit(text[start]) || text[start] == '_'))
            start--;
        if (end - start <= LongestToken)
            return start;
        return end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
