using System.Buffers;
using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>Keys, tokens and hashes that show what they are, and the value behind "password=", "api_key:", "Bearer".</summary>
internal static class SecretSearch
{
    private static readonly SearchValues<string> Labels = SearchValues.Create(
        [
            "password",
            "passwd",
            "passwort",
            "contrase",
            "mot de passe",
            "pwd",
            "secret",
            "api_key",
            "apikey",
            "api-key",
            "token",
            "authorization",
            "bearer ",
            "パスワード",
            "密码",
            "пароль",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static void Run(ReadOnlySpan<char> text, SpanCollector found)
    {
        for (var from = 0; text[from..].IndexOfAny(SecretText.Openings) is var next and >= 0; )
        {
            var at = from + next;
            from = at + AddOpened(text, at, found);
        }
        for (var from = 0; text[from..].IndexOfAny(Labels) is var next and >= 0; )
        {
            var at = from + next;
            from = at + AddLabelled(text, at, found);
        }
    }

    private static int AddOpened(ReadOnlySpan<char> text, int at, SpanCollector found)
    {
        if (text[at..].StartsWith("://"))
        {
            if (SecretText.MeasureUrlWithPassword(text, at, out var start, out var url))
                found.Add(start, url, Kind.SecretKey, Certainty.Syntax);
            return 3;
        }
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            return 1;
        var length = SecretText.Measure(text[at..], out var kind);
        if (length > 0)
            found.Add(at, length, kind, Certainty.Syntax);
        return Math.Max(length, 1);
    }

    /// <summary>The word after the label's <c>=</c> or <c>:</c>; what follows the label is looked at once.</summary>
    private static int AddLabelled(ReadOnlySpan<char> text, int at, SpanCollector found)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-') && end - at < 40)
            end++;
        var bearer = text[at..].StartsWith("bearer ", StringComparison.OrdinalIgnoreCase);
        var value = end;
        while (value < text.Length && text[value] is ' ' or '"' or '\'' && value - end < 4)
            value++;
        if (!bearer)
        {
            if (value >= text.Length || text[value] is not ('=' or ':' or '：'))
                return end - at;
            value++;
            while (value < text.Length && text[value] is ' ' or '"' or '\'' && value - end < 8)
                value++;
        }
        var stop = value;
        while (
            stop < text.Length
            && stop - value < 256
            && !(char.IsWhiteSpace(text[stop]) || text[stop] is '"' or '\'' or ';' or ',' or '&' or '<')
        )
            stop++;
        if (
            stop - value >= (bearer ? 12 : 4)
            && !text[value..stop].SequenceEqual("null")
            && !text[value..stop].StartsWith("Bearer", StringComparison.OrdinalIgnoreCase)
        )
            found.Add(value, stop - value, bearer ? Kind.SecretKey : Kind.Password, Certainty.Cue);
        return Math.Max(1, Math.Min(end, value) - at);
    }
}
