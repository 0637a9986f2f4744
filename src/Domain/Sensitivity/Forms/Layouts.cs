namespace Causum.Domain.Sensitivity.Forms;

/// <summary>A number's form in one of its layouts.</summary>
/// <param name="Proof">The layout is the form's own, not one that harmless numbers share.</param>
internal readonly record struct LaidOutForm(Form Form, bool Proof);

/// <summary>
/// Finds the forms written in a layout: digits as <c>9</c>, letters as <c>A</c>, separators as they are. The layouts are one tree, walked a
/// character at a time, so that text which fits none is left after a few.
/// </summary>
internal static class Layouts
{
    public const int Longest = 24;

    private const int Signs = 7;
    private static readonly List<int[]> Steps = [new int[Signs]];
    private static readonly List<List<LaidOutForm>> Ends =
    [
        [],
    ];

    static Layouts()
    {
        foreach (var form in NumberForms.All)
        {
            foreach (var layout in form.Layouts)
                Add(layout, new LaidOutForm(form, Proof: true));
            foreach (var layout in form.Plain)
                Add(layout, new LaidOutForm(form, Proof: false));
        }
    }

    /// <summary>The forms of exactly this text.</summary>
    public static IReadOnlyList<LaidOutForm> Find(ReadOnlySpan<char> text)
    {
        var node = 0;
        foreach (var c in text)
        {
            if (!TryStep(c, ref node))
                return [];
        }
        return Ends[node];
    }

    /// <summary>
    /// The longest beginning of the text that has a layout of proof, ends at a border and passes its check; its length, or 0.
    /// </summary>
    public static int MeasureProof(ReadOnlySpan<char> text, out Kind? kind)
    {
        kind = null;
        Span<char> compact = stackalloc char[Longest];
        int node = 0,
            kept = 0,
            length = 0;
        for (var i = 0; i < text.Length && TryStep(text[i], ref node); i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
                continue;
            compact[kept++] = char.ToUpperInvariant(text[i]);
            if (Ends[node].Count > 0 && IsBorder(text, i + 1) && Accepted(Ends[node], compact[..kept]) is { } accepted)
                (kind, length) = (accepted, i + 1);
        }
        return length;
    }

    private static bool IsBorder(ReadOnlySpan<char> text, int at) =>
        at == text.Length || !char.IsAsciiLetterOrDigit(text[at]);

    private static Kind? Accepted(List<LaidOutForm> candidates, ReadOnlySpan<char> compact)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Proof && candidate.Form.Accepts(compact))
                return candidate.Form.Kind;
        }
        return null;
    }

    private static void Add(string layout, LaidOutForm form)
    {
        var node = 0;
        foreach (var c in layout)
        {
            var sign = Sign(c);
            if (Steps[node][sign] == 0)
            {
                Steps[node][sign] = Steps.Count;
                Steps.Add(new int[Signs]);
                Ends.Add([]);
            }
            node = Steps[node][sign];
        }
        Ends[node].Add(form);
    }

    private static bool TryStep(char c, ref int node)
    {
        var sign = Sign(c);
        node = sign < 0 ? 0 : Steps[node][sign];
        return node != 0;
    }

    private static int Sign(char c) =>
        c switch
        {
            >= '0' and <= '9' => 0,
            (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => 1,
            ' ' => 2,
            '-' => 3,
            '.' => 4,
            '/' => 5,
            '+' => 6,
            _ => -1,
        };
}
