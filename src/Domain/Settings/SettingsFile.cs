using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>The YAML file of cli.md, read strictly: what is in it is known and stands once.</summary>
/// <param name="TokenVariable"><c>connection.token_env</c>: the name of the variable that holds the token.</param>
/// <param name="Runtime">A configuration for the agent without a control plane's, not yet read.</param>
/// <param name="Errors">What is wrong in the file. The rest of it is there all the same, so that the faults of its values come in the same list.</param>
public sealed record SettingsFile(
    IReadOnlyDictionary<Setting, SettingValue> Values,
    Option<SettingValue> TokenVariable,
    Option<DocumentNode> Runtime,
    IReadOnlyList<InputError> Errors
)
{
    private const string TokenVariableKey = "token_env";

    public Option<SettingValue> Find(Setting setting) => Values.TryGetValue(setting, out var value) ? value : None;

    public static SettingsFile Read(DocumentNode root)
    {
        var faults = new Faults();
        var values = new Dictionary<Setting, SettingValue>();
        var byKey = KnownSettings.All.Where(setting => setting.FileKey.Length > 0).ToArray();
        string[] groups = ["connection", "log", "limits"];
        var file = StrictMap
            .Of(
                root,
                FieldPath.Root,
                faults,
                [.. byKey.Select(s => s.FileKey.Split('.')[0]).Append("runtime").Distinct()]
            )
            .Map(map =>
            {
                foreach (var setting in byKey.Where(setting => !setting.FileKey.Contains('.')))
                    Take(map, setting.FileKey, setting, values);
                foreach (var group in groups)
                {
                    var members = byKey
                        .Where(s => s.FileKey.StartsWith(group + ".", StringComparison.Ordinal))
                        .ToArray();
                    string[] keys = [.. members.Select(s => s.FileKey[(group.Length + 1)..])];
                    map.Map(group, group == "connection" ? [.. keys, TokenVariableKey] : keys)
                        .IfSome(inner =>
                        {
                            foreach (var (setting, key) in members.Zip(keys))
                                Take(inner, key, setting, values);
                        });
                }
                var variable = map.Map("connection", [.. Connection(byKey), TokenVariableKey])
                    .Bind(inner =>
                        inner
                            .Text(TokenVariableKey)
                            .Map(name => new SettingValue(name, Source("connection." + TokenVariableKey, inner)))
                    );
                return (Token: variable, Runtime: map.Entry("runtime").Map(entry => entry.Value));
            });
        return new SettingsFile(values, file.Bind(read => read.Token), file.Bind(read => read.Runtime), faults.Found);
    }

    private static IEnumerable<string> Connection(Setting[] settings) =>
        settings
            .Where(s => s.FileKey.StartsWith("connection.", StringComparison.Ordinal))
            .Select(s => s.FileKey["connection.".Length..]);

    private static SettingSource.FileKey Source(string path, StrictMap map) =>
        new(path, map.Entry(path[(path.LastIndexOf('.') + 1)..]).Map(entry => entry.Line).IfNone(0));

    private static void Take(StrictMap map, string key, Setting setting, Dictionary<Setting, SettingValue> values)
    {
        var text =
            setting.Several && map.Entry(key).Exists(entry => entry.Value is DocumentNode.Sequence)
                ? map.Texts(key).Map(items => string.Join(',', items.Select(item => item.Text)))
                : map.Text(key);
        text.IfSome(value => values[setting] = new SettingValue(value, Source(setting.FileKey, map)));
    }
}
