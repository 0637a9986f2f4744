using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>The last look at a text: what the scanner finds in it, missed by the classification or invented by a model, is masked in place.</summary>
public static class OutgoingText
{
    /// <param name="issued">Tokens of the result; they stay.</param>
    /// <param name="key">The task's own: what stands here belongs to no column.</param>
    public static (string Text, int Replacements) Mask(
        string text,
        IReadOnlySet<string> issued,
        TokenKey key,
        TokenLength length
    )
    {
        var tokens = TokenShape.Find(text);
        var found = new List<Stretch>();
        foreach (var span in TextScanner.Find(text, ""))
            found.AddRange(
                Beside(tokens, span)
                    .Where(part =>
                        SearchForms.Stream(text.Substring(part.Start, part.Length), SearchView.Joined).Length > 0
                    )
            );
        foreach (var (start, size) in tokens)
            if (!issued.Contains(text.Substring(start, size)))
                found.Add(new Stretch(start, size, Kind.Unknown, -1));
        if (found.Count == 0)
            return (text, 0);
        var mint = new TokenMint(length);
        var stretches = Stretches.Union(found);
        string masked;
        do masked = Stretches.Replace(
            text,
            stretches,
            s => mint.Mint(key, s.Kind, Rows.CellValue.Text(text.Substring(s.Start, s.Length)))
        );
        while (!mint.Settled());
        return (masked, stretches.Count);
    }

    /// <summary>What a finding covers beside tokens; a token is no finding, whatever stands before it.</summary>
    private static IEnumerable<Stretch> Beside(List<(int Start, int Length)> tokens, FoundSpan span)
    {
        var at = span.Start;
        var end = span.Start + span.Length;
        foreach (var (start, length) in tokens)
        {
            if (start >= end || start + length <= at)
                continue;
            if (start > at)
                yield return new Stretch(at, start - at, span.Kind, -1);
            at = start + length;
        }
        if (at < end)
            yield return new Stretch(at, end - at, span.Kind, -1);
    }
}
