namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>How sure a search is of what it found; where spans overlap the surest names the kind.</summary>
internal enum Certainty : byte
{
    Cue,
    Layout,
    Check,
    Syntax,
}

/// <summary>Collects what the searches find in one text; overlapping spans become one, named by the surest.</summary>
internal sealed class SpanCollector
{
    private readonly List<(int Start, int End, Kind Kind, Certainty Certainty)> spans = [];

    public bool IsEmpty => spans.Count == 0;

    public void Add(int start, int length, Kind kind, Certainty certainty) =>
        spans.Add((start, start + length, kind, certainty));

    public IReadOnlyList<FoundSpan> Merge()
    {
        spans.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var merged = new List<FoundSpan>(spans.Count);
        var current = spans[0];
        foreach (var next in spans)
        {
            if (next.Start >= current.End)
            {
                merged.Add(Span(current));
                current = next;
            }
            else
            {
                var kind = next.Certainty > current.Certainty ? next.Kind : current.Kind;
                var certainty = next.Certainty > current.Certainty ? next.Certainty : current.Certainty;
                current = (current.Start, Math.Max(current.End, next.End), kind, certainty);
            }
        }
        merged.Add(Span(current));
        return merged;
    }

    private static FoundSpan Span((int Start, int End, Kind Kind, Certainty Certainty) span) =>
        new(span.Start, span.End - span.Start, span.Kind);
}
