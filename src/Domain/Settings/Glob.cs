namespace Causum.Domain.Settings;

/// <summary>A pattern of a whole name: <c>*</c> stands for any text, <c>?</c> for one character, everything else for itself.</summary>
public sealed record Glob(string Pattern, bool IgnoreCase)
{
    public bool IsLiteral => Pattern.AsSpan().IndexOfAny('*', '?') < 0;

    /// <summary>Linear in the text for each star: the last star is the only one that is ever tried again.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        int p = 0,
            t = 0,
            star = -1,
            resume = 0;
        while (t < text.Length)
        {
            if (p < Pattern.Length && Pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < Pattern.Length && (Pattern[p] == '?' || Same(Pattern[p], text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
                return false;
        }
        while (p < Pattern.Length && Pattern[p] == '*')
            p++;
        return p == Pattern.Length;
    }

    public override string ToString() => Pattern;

    private bool Same(char a, char b) => a == b || (IgnoreCase && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));
}
