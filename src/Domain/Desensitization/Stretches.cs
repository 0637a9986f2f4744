using System.Text;

namespace Causum.Domain.Desensitization;

/// <summary>A stretch of a kept text that must go; <paramref name="Value"/> is the masked value it repeats, or −1 where it was found by itself.</summary>
internal readonly record struct Stretch(int Start, int Length, Sensitivity.Kind Kind, int Value)
{
    internal int End => Start + Length;
}

internal static class Stretches
{
    /// <summary>Overlapping stretches become one that covers them all, of the kind of the longest; sorted.</summary>
    internal static List<Stretch> Union(List<Stretch> stretches)
    {
        stretches.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var union = new List<Stretch>(stretches.Count);
        foreach (var next in stretches)
        {
            if (union.Count == 0 || next.Start >= union[^1].End)
            {
                union.Add(next);
                continue;
            }
            var last = union[^1];
            if (next.Start == last.Start && next.Length == last.Length)
                union[^1] = last.Value >= 0 ? last : next;
            else if (next.End > last.End)
                union[^1] = new Stretch(
                    last.Start,
                    next.End - last.Start,
                    next.Length > last.Length ? next.Kind : last.Kind,
                    -1
                );
        }
        return union;
    }

    internal static string Replace(string text, List<Stretch> sorted, Func<Stretch, string> token)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (var stretch in sorted)
        {
            replaced.Append(text, at, stretch.Start - at).Append(token(stretch));
            at = stretch.End;
        }
        return replaced.Append(text, at, text.Length - at).ToString();
    }
}
