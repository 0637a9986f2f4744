using System.Buffers;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>Finds text that looks like a token: issued ones in an answer, forged ones in the data.</summary>
internal static class TokenShape
{
    internal const string Suppressed = "suppressed";
    private const int PrefixLength = 4;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>Stretches of token form without a letter, digit or underscore beside them.</summary>
    internal static List<(int Start, int Length)> Find(ReadOnlySpan<char> text)
    {
        var found = new List<(int, int)>();
        var at = 0;
        while (at < text.Length)
        {
            var underscore = text[at..].IndexOf('_');
            if (underscore < 0)
                break;
            underscore += at;
            var start = underscore - PrefixLength + 1;
            var length = start >= at ? LengthAt(text, start) : 0;
            if (length > 0)
                found.Add((start, length));
            at = length > 0 ? start + length : underscore + 1;
        }
        return found;
    }

    internal static bool IsToken(ReadOnlySpan<char> text) =>
        text.Length > PrefixLength && LengthAt(text, 0) == text.Length;

    internal static string Suppress(Kind kind) => $"{kind.Prefix}_{Suppressed}";

    private static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start < 0 || (start > 0 && IsWord(text[start - 1])))
            return 0;
        for (var i = 0; i < PrefixLength - 1; i++)
            if (!char.IsAsciiLetterUpper(text[start + i]))
                return 0;
        var body = text[(start + PrefixLength)..];
        var end = 0;
        while (end < body.Length && IsWord(body[end]))
            end++;
        var word = body[..end];
        var shaped =
            word.SequenceEqual(Suppressed)
            || (word.Length is 8 or 12 or TokenLength.Longest && !word.ContainsAnyExcept(LowerHex));
        return shaped ? PrefixLength + end : 0;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
