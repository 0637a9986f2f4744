using System.Text.Json;
using Causum.Domain.Secrets;

namespace Causum.Domain.Config;

/// <summary>Reads a <c>secret_mapping</c>: keys to references. An empty reference counts as none.</summary>
internal static class SecretMapping
{
    /// <param name="canonical">The key's own name for one of its aliases; the key itself otherwise.</param>
    /// <param name="known">Keys that the auth type can use; others are ignored with a warning.</param>
    public static Dictionary<string, SecretReference> Read(
        Section owner,
        Func<string, string> canonical,
        IReadOnlyList<string> known
    )
    {
        var references = new Dictionary<string, SecretReference>(StringComparer.Ordinal);
        owner
            .Child("secret_mapping")
            .IfSome(mapping =>
            {
                mapping.WarnOfUnknown([.. known, .. Names(mapping).Where(name => known.Contains(canonical(name)))]);
                foreach (var name in Names(mapping).OrderBy(name => name != canonical(name)))
                    if (known.Contains(canonical(name)))
                        Take(mapping, name, canonical(name), references);
            });
        return references;
    }

    private static IEnumerable<string> Names(Section mapping) =>
        mapping.Element.EnumerateObject().Select(field => field.Name).Distinct(StringComparer.Ordinal);

    private static void Take(Section mapping, string name, string key, Dictionary<string, SecretReference> references)
    {
        if (name != key)
            mapping.Warn(name, $"is taken as '{key}'");
        if (!mapping.Element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind != JsonValueKind.String)
            mapping.Faults.WrongType(mapping.At(name), "a string: the name of a secret");
        else if (value.GetString() is { Length: > 0 } reference)
            mapping
                .Faults.Take(SecretReference.Create(mapping.At(name), reference))
                .IfSome(found => references.TryAdd(key, found));
    }
}
