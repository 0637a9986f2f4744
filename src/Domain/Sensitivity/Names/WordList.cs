namespace Causum.Domain.Sensitivity.Names;

/// <summary>
/// Reads the word tables. A line is a head and words parted by blanks; <c>_</c> inside a word joins neighbours (<c>date_of_birth</c> is found in
/// <c>DateOfBirth</c> and <c>dateofbirth</c>). Heads: a kind's prefix (the words name it by themselves), a prefix with <c>?</c> (in context only),
/// <c>person</c>, <c>thing</c>, <c>harmless</c>, <c>weak</c>, <c>id</c>, <c>filler</c>. The first line that claims a word keeps it.
/// </summary>
internal static class WordList
{
    public static void AddTo(Dictionary<string, Word> words, string table)
    {
        foreach (var line in table.AsSpan().EnumerateLines())
        {
            var head = line.IndexOf(' ');
            if (head < 0)
                continue;
            var meaning = Meaning(line[..head]);
            foreach (var range in line[head..].Split(' '))
            {
                if (line[head..][range] is { Length: > 0 } word)
                    Add(words, word, meaning);
            }
        }
    }

    /// <summary>The first part of every word of several parts, folded.</summary>
    public static IEnumerable<string> Beginnings(string table) =>
        table
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Split('_'))
            .Where(parts => parts.Length > 1)
            .Select(parts => LatinFolding.Fold(parts[0]));

    private static void Add(Dictionary<string, Word> words, ReadOnlySpan<char> spelled, Word meaning)
    {
        var plain = spelled.ToString().Replace("_", "", StringComparison.Ordinal);
        words.TryAdd(LatinFolding.Fold(plain), meaning);
        words.TryAdd(plain, meaning);
        if (plain.AsSpan().IndexOfAny("äöüåø") >= 0)
            words.TryAdd(LatinFolding.Fold(Transcribed(plain)), meaning);
    }

    /// <summary>How the word is spelled where only ASCII is allowed: "strasse", "fuehrerschein", "foedselsdato".</summary>
    private static string Transcribed(string word) =>
        word.Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("å", "aa", StringComparison.Ordinal);

    private static Word Meaning(ReadOnlySpan<char> head) =>
        head switch
        {
            "person" => new(WordRole.Person, null),
            "thing" => new(WordRole.Thing, null),
            "harmless" => new(WordRole.Harmless, null),
            "weak" => new(WordRole.Weakening, null),
            "id" => new(WordRole.Identifier, null),
            "filler" => new(WordRole.Filler, null),
            [.., '?'] => new(WordRole.InContext, KindOf(head[..^1])),
            _ => new(WordRole.Strong, KindOf(head)),
        };

    private static Kind KindOf(ReadOnlySpan<char> prefix) =>
        Kind.Parse(prefix.ToString())
            .IfNone(() => throw new InvalidOperationException("A word table names a kind that does not exist."));
}
