namespace Causum.Domain.Sensitivity.Names;

/// <summary>
/// Takes joined words apart where the whole of a part is made of known words: <c>customeremail</c>, <c>Kundenname</c>, <c>顧客氏名</c>. A part
/// that is a word itself, or that has a remainder nobody knows, stays as it is.
/// </summary>
internal static class WordSegments
{
    private const int ShortestPiece = 3;
    private const int LongestPart = 64;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> parts)
    {
        var segments = new List<string>(parts.Count + 2);
        foreach (var part in parts)
            Add(segments, part);
        return segments;
    }

    private static void Add(List<string> segments, string part)
    {
        if (part.Length > LongestPart || NameVocabulary.Find(part) is not null)
            segments.Add(part);
        else if (IsUnspaced(part[0]))
            AddInside(segments, part);
        else if (part[0] >= '\u0250')
            segments.Add(Stem(part));
        else if (part.Length < 2 * ShortestPiece || !AddPieces(segments, part))
            segments.Add(part);
    }

    /// <summary>Fewest pieces that cover the part, by dynamic programming; at most a few hundred look-ups for the longest part.</summary>
    private static bool AddPieces(List<string> segments, string part)
    {
        Span<byte> pieces = stackalloc byte[part.Length + 1];
        Span<byte> from = stackalloc byte[part.Length + 1];
        pieces.Fill(byte.MaxValue);
        pieces[0] = 0;
        for (var end = ShortestPiece; end <= part.Length; end++)
        {
            for (var start = 0; start <= end - ShortestPiece; start++)
            {
                if (pieces[start] >= pieces[end] - 1 || NameVocabulary.Find(part.AsSpan(start, end - start)) is null)
                    continue;
                pieces[end] = (byte)(pieces[start] + 1);
                from[end] = (byte)start;
            }
        }
        if (pieces[part.Length] == byte.MaxValue)
            return false;
        var at = segments.Count;
        for (var end = part.Length; end > 0; end = from[end])
            segments.Insert(at, part[from[end]..end]);
        return true;
    }

    private static void AddInside(List<string> segments, string part)
    {
        for (var i = 0; i < part.Length; )
        {
            var length = NameVocabulary.LongestAt(part.AsSpan(i), out _);
            if (length > 0)
                segments.Add(part.Substring(i, length));
            i += Math.Max(length, 1);
        }
    }

    private static string Stem(string part)
    {
        if (part.StartsWith("ال", StringComparison.Ordinal) && NameVocabulary.Find(part.AsSpan(2)) is not null)
            return part[2..];
        for (var length = part.Length; length >= 4; length--)
        {
            if (NameVocabulary.Find(part.AsSpan(0, length)) is not null)
                return part[..length];
        }
        return part;
    }

    /// <summary>Scripts that write words without spaces, or join endings to them: Han, kana, Hangul, Thai.</summary>
    private static bool IsUnspaced(char c) =>
        c is >= '\u0E00' and <= '\u0E7F' or >= '\u1100' and <= '\u11FF' or >= '\u2E80';
}
