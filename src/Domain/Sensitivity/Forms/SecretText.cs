using System.Buffers;

namespace Causum.Domain.Sensitivity.Forms;

/// <summary>Secrets that show what they are: tokens with a maker's prefix, JWT, PEM armour, password hashes, URLs with a password.</summary>
internal static class SecretText
{
    private static readonly SearchValues<char> Base64Url = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );
    private static readonly SearchValues<char> HashLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./+$,=-"
    );
    private static readonly SearchValues<char> AfterUrl = SearchValues.Create(" \t\r\n\"'<>`");

    /// <summary>Prefixes that makers give their keys, and the fewest characters that follow.</summary>
    private static readonly (string Prefix, int Fewest)[] Makers =
    [
        ("sk-", 20),
        ("sk_live_", 16),
        ("sk_test_", 16),
        ("pk_live_", 16),
        ("rk_live_", 16),
        ("AKIA", 16),
        ("ASIA", 16),
        ("ghp_", 30),
        ("gho_", 30),
        ("ghu_", 30),
        ("ghs_", 30),
        ("ghr_", 30),
        ("github_pat_", 20),
        ("glpat-", 20),
        ("xoxb-", 10),
        ("xoxp-", 10),
        ("xoxa-", 10),
        ("AIza", 30),
        ("ya29.", 20),
        ("SG.", 30),
        ("npm_", 30),
        ("pypi-", 30),
        ("hvs.", 20),
        ("dop_v1_", 40),
        ("shpat_", 30),
        ("EAAC", 40),
        ("whsec_", 20),
        ("rzp_live_", 14),
    ];

    /// <summary>What a secret can begin with; everything the search has to look at.</summary>
    public static readonly SearchValues<string> Openings = SearchValues.Create(
        [
            .. Makers.Select(m => m.Prefix),
            "eyJ",
            "-----BEGIN",
            "$2a$",
            "$2b$",
            "$2y$",
            "$argon2",
            "$6$",
            "$5$",
            "$1$",
            "{SSHA}",
            "pbkdf2",
            "scrypt:",
            "://",
        ],
        StringComparison.Ordinal
    );

    public static bool IsWhole(ReadOnlySpan<char> value, out Kind kind)
    {
        kind = Kind.SecretKey;
        if (value.Length < 12)
            return false;
        if (value.Contains("://", StringComparison.Ordinal))
            return MeasureUrlWithPassword(value, value.IndexOf("://"), out var start, out var length)
                && start == 0
                && length == value.Length;
        return Measure(value, out kind) == value.Length || (value.StartsWith("-----BEGIN") && kind == Kind.SecretKey);
    }

    /// <summary>Length of the secret that the text begins with, or 0.</summary>
    public static int Measure(ReadOnlySpan<char> text, out Kind kind)
    {
        kind = Kind.SecretKey;
        if (text.StartsWith("eyJ"))
        {
            kind = Kind.Session;
            return MeasureJwt(text);
        }
        if (text.StartsWith("-----BEGIN"))
            return MeasurePem(text);
        if (text[0] is '$' or '{' || text.StartsWith("pbkdf2") || text.StartsWith("scrypt:"))
        {
            kind = Kind.Password;
            return MeasureHash(text);
        }
        foreach (var (prefix, fewest) in Makers)
        {
            if (text.StartsWith(prefix) && Run(text[prefix.Length..], Base64Url) is var run && run >= fewest)
                return prefix.Length + run;
        }
        return 0;
    }

    /// <summary><c>scheme://user:password@host…</c>, up to the next blank or quote.</summary>
    public static bool MeasureUrlWithPassword(ReadOnlySpan<char> text, int colon, out int start, out int length)
    {
        start = colon;
        while (
            start > 0
            && colon - start < 20
            && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '.' or '-')
        )
            start--;
        var window = text[(colon + 3)..Math.Min(text.Length, colon + 3 + 512)];
        var end = window.IndexOfAny(AfterUrl);
        if (end >= 0)
            window = window[..end];
        length = colon + 3 - start + window.Length;
        var slash = window.IndexOf('/');
        var authority = slash < 0 ? window : window[..slash];
        var at = window.LastIndexOf('@');
        var user = authority.IndexOf(':');
        return start < colon && user >= 0 && at > user + 1;
    }

    /// <summary>Three base64url parts; the first begins with <c>{"</c>, which is what <c>eyJ</c> encodes.</summary>
    private static int MeasureJwt(ReadOnlySpan<char> text)
    {
        var header = Run(text, Base64Url);
        if (header < 10 || header >= text.Length || text[header] != '.')
            return 0;
        var claims = Run(text[(header + 1)..], Base64Url);
        var end = header + 1 + claims;
        if (claims < 4)
            return 0;
        return end < text.Length && text[end] == '.' ? end + 1 + Run(text[(end + 1)..], Base64Url) : end;
    }

    /// <summary>To the closing line, or 4 KiB where it is missing.</summary>
    private static int MeasurePem(ReadOnlySpan<char> text)
    {
        var window = text[..Math.Min(text.Length, 16_384)];
        var close = window.IndexOf("-----END");
        if (close < 0)
            return Math.Min(text.Length, 4096);
        var dashes = window[(close + 8)..].IndexOf("-----");
        return dashes < 0 ? window.Length : close + 8 + dashes + 5;
    }

    private static int MeasureHash(ReadOnlySpan<char> text)
    {
        var start = text[0] == '{' ? text[..Math.Min(10, text.Length)].IndexOf('}') + 1 : 0;
        if (text.StartsWith("pbkdf2") || text.StartsWith("scrypt:"))
            start = text[..Math.Min(40, text.Length)].IndexOf('$');
        if (start < 0)
            return 0;
        var run = start + Run(text[start..], HashLetters);
        return run >= 20 ? run : 0;
    }

    private static int Run(ReadOnlySpan<char> text, SearchValues<char> letters) =>
        text.IndexOfAnyExcept(letters) is var end and >= 0 ? end : text.Length;
}
