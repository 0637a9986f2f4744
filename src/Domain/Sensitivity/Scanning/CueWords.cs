using System.Runtime.InteropServices;
using Causum.Domain.Sensitivity.Names;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>
/// The kind that a word near a number gives it: "passport no. 1234567", "born 1980-02-03". Reads the text once, forward, and only around the numbers
/// it is asked about; numbers must be asked about in the order of the text.
/// </summary>
internal sealed class CueWords
{
    private const int Reach = 30;
    private const int LongestCue = 40;
    private const int LongestUnspaced = 10;
    private const int MostWords = 4;

    private readonly List<(int Start, int End, Kind Kind)> cues = [];
    private int read;

    /// <summary>The kind named nearest before the number, else right behind it; <c>null</c> where none is.</summary>
    public Kind? Near(ReadOnlySpan<char> text, int start, int end)
    {
        ReadTo(text, Math.Max(0, start - Reach - LongestCue), Math.Min(text.Length, end + Reach));
        Forget(start - Reach);
        Kind? before = null;
        foreach (var cue in CollectionsMarshal.AsSpan(cues))
        {
            if (cue.End <= start)
                before = cue.Kind;
            else if (cue.Start >= end && cue.Start <= end + Reach)
                return before ?? cue.Kind;
        }
        return before;
    }

    private void Forget(int before)
    {
        var stale = 0;
        while (stale < cues.Count && cues[stale].End < before)
            stale++;
        if (stale > 0)
            cues.RemoveRange(0, stale);
    }

    private void ReadTo(ReadOnlySpan<char> text, int from, int to)
    {
        if (read < from)
        {
            read = from;
            while (
                read > 0
                && read < to
                && char.IsLetter(text[read])
                && char.IsLetter(text[read - 1])
                && text[read] < '\u0E00'
            )
                read++;
        }
        while (read < to)
        {
            if (!char.IsLetter(text[read]))
            {
                read++;
                continue;
            }
            var length =
                text[read] >= '\u0E00'
                    ? MeasureUnspaced(text[read..], out var kind)
                    : MeasureWords(text[read..], out kind);
            if (kind is not null)
                cues.Add((read, read + length, kind));
            read += length;
        }
    }

    private static int MeasureUnspaced(ReadOnlySpan<char> text, out Kind? kind)
    {
        for (var length = Math.Min(text.Length, LongestUnspaced); length > 0; length--)
        {
            if (CueVocabulary.TryFind(text[..length], out kind))
                return length;
        }
        kind = null;
        return 1;
    }

    /// <summary>Length of the longest cue that begins here, or of the word; never 0.</summary>
    private static int MeasureWords(ReadOnlySpan<char> text, out Kind? kind)
    {
        kind = null;
        Span<char> folded = stackalloc char[LongestCue];
        int kept = 0,
            at = 0,
            best = 0;
        for (var words = 1; words <= MostWords && at < text.Length && char.IsLetter(text[at]); words++)
        {
            while (at < text.Length && kept < LongestCue && char.IsLetter(text[at]) && text[at] < '\u0E00')
                folded[kept++] = LatinFolding.Fold(text[at++]);
            if (CueVocabulary.TryFind(folded[..kept], out var named))
                (kind, best) = (named, at);
            else if (words == 1)
                (kind, best) = (Stem(folded[..kept]), at);
            if (words == 1 && !CueVocabulary.Begins(folded[..kept]))
                break;
            while (at < text.Length && text[at] is ' ' or '-' or '_' or '.' && at - best < 3)
                at++;
        }
        return Math.Max(best, 1);
    }

    /// <summary>Cyrillic, Greek and Semitic words inflect: the longest beginning that is a word.</summary>
    private static Kind? Stem(ReadOnlySpan<char> folded)
    {
        if (folded.IsEmpty || folded[0] < '\u0370')
            return null;
        for (var length = folded.Length - 1; length >= 4; length--)
        {
            if (CueVocabulary.TryFind(folded[..length], out var kind))
                return kind;
        }
        return null;
    }
}
