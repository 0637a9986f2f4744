namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>Raw text that looks like one of our own tokens: masked itself, so that nobody can forge one.</summary>
internal static class TokenSearch
{
    public static void Run(ReadOnlySpan<char> text, SpanCollector found)
    {
        for (var from = 0; text[from..].IndexOf('_') is var next and >= 0; from += next + 1)
        {
            var at = from + next;
            if (
                at < 3
                || text[(at - 3)..at].ContainsAnyExceptInRange('A', 'Z')
                || (at > 3 && char.IsAsciiLetterOrDigit(text[at - 4]))
            )
                continue;
            var length = Measure(text[(at + 1)..]);
            if (length > 0)
                found.Add(at - 3, 4 + length, Kind.Unknown, Certainty.Syntax);
        }
    }

    private static int Measure(ReadOnlySpan<char> rest)
    {
        const string Suppressed = "suppressed";
        var length = 0;
        while (
            length < rest.Length
            && length < 17
            && (char.IsAsciiDigit(rest[length]) || rest[length] is >= 'a' and <= 'f')
        )
            length++;
        if (rest.StartsWith(Suppressed))
            length = Suppressed.Length;
        else if (length is not (8 or 12 or 16))
            return 0;
        return length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '_') ? 0 : length;
    }
}
