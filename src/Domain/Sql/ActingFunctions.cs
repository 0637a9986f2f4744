namespace Causum.Domain.Sql;

/// <summary>
/// The functions of one family of dialects that act. A pattern is a name, a beginning (<c>pg_ls_*</c>), a schema or package
/// (<c>cron.*</c>) or one member of it (<c>dbms_lob.substr</c>); the narrower pattern wins. Letter case never counts.
/// </summary>
internal sealed class ActingFunctions
{
    /// <param name="Stem">The pattern without its star: what a name, or a package, must equal or begin with.</param>
    private readonly record struct Entry(string Pattern, string Stem, FunctionClass Kind);

    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> packages;
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> members;
    private readonly Entry[] beginnings;
    private readonly Entry[] packageBeginnings;

    /// <param name="groups">Class, source and blank-separated patterns.</param>
    public ActingFunctions(params (FunctionClass Kind, string Source, string Patterns)[] groups)
    {
        var byName = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var byPackage = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var byMember = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var starts = new List<Entry>();
        var packageStarts = new List<Entry>();
        var all = new List<(FunctionClass Kind, string Pattern)>();
        foreach (var (kind, _, patterns) in groups)
        {
            foreach (var pattern in patterns.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                all.Add((kind, pattern));
                var entry = new Entry(pattern, pattern.TrimEnd('*', '.'), kind);
                if (pattern.EndsWith("*.*", StringComparison.Ordinal))
                    packageStarts.Add(entry);
                else if (pattern.EndsWith(".*", StringComparison.Ordinal))
                    byPackage[entry.Stem] = entry;
                else if (pattern.Contains('.', StringComparison.Ordinal))
                    byMember[pattern] = entry;
                else if (pattern.EndsWith('*'))
                    starts.Add(entry);
                else
                    byName[pattern] = entry;
            }
        }
        Patterns = all;
        names = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        packages = byPackage.GetAlternateLookup<ReadOnlySpan<char>>();
        members = byMember.GetAlternateLookup<ReadOnlySpan<char>>();
        beginnings = [.. starts];
        packageBeginnings = [.. packageStarts];
    }

    /// <summary>All patterns with their classes, in the order of the list.</summary>
    public IReadOnlyList<(FunctionClass Kind, string Pattern)> Patterns { get; }

    /// <summary>The rule for a call of <paramref name="name"/>, which <paramref name="qualifier"/> (a schema or package, or empty) precedes.</summary>
    /// <param name="offset">Where the name stands.</param>
    public Option<Finding> Find(ReadOnlySpan<char> qualifier, ReadOnlySpan<char> name, int offset)
    {
        if (!qualifier.IsEmpty)
        {
            if (qualifier.Length + name.Length < 128 && Member(qualifier, name) is { Pattern: not null } member)
                return Refused(member, offset);
            if (packages.TryGetValue(qualifier, out var package))
                return Refused(package, offset);
            if (Longest(packageBeginnings, qualifier) is { Pattern: not null } packageBeginning)
                return Refused(packageBeginning, offset);
        }
        return names.TryGetValue(name, out var exact) ? Refused(exact, offset)
            : Longest(beginnings, name) is { Pattern: not null } beginning ? Refused(beginning, offset)
            : None;
    }

    private Entry Member(ReadOnlySpan<char> qualifier, ReadOnlySpan<char> name)
    {
        Span<char> path = stackalloc char[128];
        qualifier.CopyTo(path);
        path[qualifier.Length] = '.';
        name.CopyTo(path[(qualifier.Length + 1)..]);
        return members.TryGetValue(path[..(qualifier.Length + 1 + name.Length)], out var member) ? member : default;
    }

    private static Entry Longest(Entry[] beginnings, ReadOnlySpan<char> name)
    {
        var longest = default(Entry);
        foreach (var entry in beginnings)
        {
            if (
                name.Length >= entry.Stem.Length
                && (name[0] | 0x20) == (entry.Stem[0] | 0x20)
                && name.StartsWith(entry.Stem, StringComparison.OrdinalIgnoreCase)
                && entry.Stem.Length > (longest.Stem?.Length ?? -1)
            )
                longest = entry;
        }
        return longest;
    }

    private static Option<Finding> Refused(Entry entry, int offset) =>
        entry.Kind == FunctionClass.Harmless ? None : new Finding(entry.Kind.Reason(), offset, entry.Pattern);
}
