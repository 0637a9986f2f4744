using System.Globalization;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>
/// Reads one mapping of a local file strictly: unknown keys, keys that stand twice, keys without a value and wrong types are faults, each with its line. A
/// typing error in a local file must never turn a rule off.
/// </summary>
internal sealed class StrictMap
{
    private readonly FieldPath path;
    private readonly Faults faults;
    private readonly Dictionary<string, DocumentEntry> entries = new(StringComparer.Ordinal);

    private StrictMap(FieldPath path, Faults faults)
    {
        this.path = path;
        this.faults = faults;
    }

    public static Option<StrictMap> Of(DocumentNode node, FieldPath path, Faults faults, IReadOnlyList<string> known)
    {
        if (node is not DocumentNode.Mapping mapping)
        {
            faults.WrongType(path.OnLine(node.Line), "a mapping of keys to values");
            return None;
        }
        var map = new StrictMap(path, faults);
        foreach (var entry in mapping.Entries)
        {
            var at = path.Field(entry.Key).OnLine(entry.Line);
            if (!known.Contains(entry.Key))
                faults.Invalid(at, Unknown(entry.Key, known));
            else if (!map.entries.TryAdd(entry.Key, entry))
                faults.Invalid(at, "stands twice");
            else if (entry.Value is DocumentNode.Scalar { IsNull: true })
                faults.Invalid(at, "has no value: give it one or leave the key out");
        }
        return map;
    }

    public static string Unknown(string key, IReadOnlyList<string> known) =>
        NearestName
            .Of(key, known)
            .Match(nearest => $"is not a known key; the nearest is '{nearest}'", () => "is not a known key");

    public FieldPath At(string key) =>
        entries.TryGetValue(key, out var entry) ? path.Field(key).OnLine(entry.Line) : path.Field(key);

    public Option<DocumentEntry> Entry(string key) =>
        entries.TryGetValue(key, out var entry) && entry.Value is not DocumentNode.Scalar { IsNull: true }
            ? entry
            : None;

    public Option<StrictMap> Map(string key, params IReadOnlyList<string> known) =>
        Entry(key).Bind(entry => Of(entry.Value, path.Field(key), faults, known));

    public Option<string> Text(string key) => Entry(key).Bind(entry => Text(entry.Value, At(key)));

    public Option<int> Whole(string key, int min, int max) =>
        Text(key)
            .Bind(text =>
            {
                if (
                    int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && number >= min
                    && number <= max
                )
                    return Some(number);
                faults.Invalid(At(key), $"must be a whole number between {min} and {max}");
                return None;
            });

    public Option<bool> Flag(string key) => Choice(key, "true", "false").Map(text => text == "true");

    public Option<string> Choice(string key, params IReadOnlyList<string> allowed) =>
        Text(key)
            .Bind(text =>
            {
                if (allowed.Contains(text))
                    return Some(text);
                faults.Add(new InputError.UnknownValue(At(key), allowed));
                return None;
            });

    /// <summary>A list of texts, each with its place.</summary>
    public Option<IReadOnlyList<(string Text, FieldPath At)>> Texts(string key) =>
        Entry(key)
            .Bind(entry =>
            {
                if (entry.Value is DocumentNode.Sequence list)
                    return Some<IReadOnlyList<(string, FieldPath)>>([
                        .. list.Items.SelectMany(
                            (item, index) =>
                            {
                                var at = path.Field(key).Item(index).OnLine(item.Line);
                                return Text(item, at).Map(text => (text, at)).ToArray();
                            }
                        ),
                    ]);
                faults.WrongType(At(key), "a list");
                return None;
            });

    private Option<string> Text(DocumentNode node, FieldPath at)
    {
        if (node is not DocumentNode.Scalar { IsNull: false } scalar)
            faults.WrongType(at, "a single value");
        else if (scalar.Text.Length is 0 or > 4096 || scalar.Text.Any(char.IsControl))
            faults.Invalid(at, "must have 1 to 4096 characters and no control characters");
        else
            return scalar.Text;
        return None;
    }
}
