namespace Causum.Domain.Sensitivity.Names;

/// <summary>Reads a column's name against the vocabulary: longest neighbours first, joined words taken apart.</summary>
internal static class NameReader
{
    public static NameReading Read(ReadOnlySpan<char> name)
    {
        if (name.Length > 256)
            name = name[^256..];
        return Judge(Recognise(WordSegments.Of(FieldName.Split(name))));
    }

    /// <summary>Words in the order of the name, each made of as many neighbours as the vocabulary knows; unknown parts are left out.</summary>
    private static List<(Word Word, bool Last)> Recognise(IReadOnlyList<string> parts)
    {
        var found = new List<(Word, bool)>(parts.Count);
        for (var i = 0; i < parts.Count; )
        {
            var taken = 0;
            for (
                var width = Math.Min(NameVocabulary.LongestNeighbours, parts.Count - i);
                width >= 1 && taken == 0;
                width--
            )
            {
                var joined = width == 1 ? parts[i] : LatinFolding.Fold(string.Concat(parts.Skip(i).Take(width)));
                if (NameVocabulary.Find(joined) is not { } word)
                    continue;
                found.Add((word, i + width == parts.Count || AllDigits(parts, i + width)));
                taken = width;
            }
            i += Math.Max(taken, 1);
        }
        return found;
    }

    private static bool AllDigits(IReadOnlyList<string> parts, int from) =>
        parts.Skip(from).All(p => p.All(char.IsDigit));

    private static NameReading Judge(List<(Word Word, bool Last)> words)
    {
        Kind? strong = null;
        Kind? inContext = null;
        bool person = false,
            thing = false,
            harmless = false,
            weak = false,
            key = false;
        foreach (var (word, last) in words)
        {
            switch (word.Role)
            {
                case WordRole.Strong:
                    strong = Stricter(strong, word.Kind!);
                    break;
                case WordRole.InContext:
                    inContext = word.Kind;
                    break;
                case WordRole.Person:
                    person = true;
                    break;
                case WordRole.Thing:
                    thing = true;
                    break;
                case WordRole.Harmless:
                    harmless = true;
                    break;
                case WordRole.Weakening:
                    weak = true;
                    break;
                case WordRole.Identifier:
                    key |= last;
                    break;
                case WordRole.Filler:
                    break;
            }
        }
        var named = strong ?? (thing || harmless ? null : inContext);
        return new NameReading
        {
            Kind = named,
            NeedsContext = strong is null && named is not null && !person,
            Weakened = weak && named is not null,
            Harmless = named is null && (harmless || thing || (weak && !person)),
            LooksLikeKey = key,
            Person = person,
        };
    }

    /// <summary>A secret stays one beside any other word; a quasi-identifier gives way; else the last word is the head of the name.</summary>
    private static Kind Stricter(Kind? before, Kind here) =>
        before is null ? here
        : before == Kind.Password || before == Kind.SecretKey ? before
        : QuasiIdentifiers.Contains(here) ? before
        : here;
}
