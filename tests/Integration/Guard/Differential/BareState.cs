namespace Causum.Integration.Guard.Differential;

/// <summary>What a statement could have changed, as names with fingerprints: <c>data/people</c>, <c>session/search_path</c>, <c>files/planted</c>.</summary>
internal sealed record BareState(IReadOnlyDictionary<string, string> Entries)
{
    public static BareState Of(IEnumerable<(string Name, string Value)> entries)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
            all[name] = value;
        return new(all);
    }

    /// <summary>The entries that came, went or have another value, in order.</summary>
    public IReadOnlyList<string> ChangesTo(BareState later) =>
        [
            .. Entries
                .Keys.Union(later.Entries.Keys, StringComparer.Ordinal)
                .Where(name => Entries.GetValueOrDefault(name) != later.Entries.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Only the areas that begin with one of the names.</summary>
    public BareState Only(IReadOnlyList<string> areas) =>
        new(
            Entries
                .Where(e => areas.Any(area => e.Key.StartsWith(area, StringComparison.Ordinal)))
                .ToDictionary(StringComparer.Ordinal)
        );
}
