using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>The <c>database</c> part of a config. A part that is not enabled is looked through for secrets only.</summary>
internal static class DatabaseSection
{
    private static readonly string[] Fields = ["enabled", "type", "auth_type", "secret_mapping", "options"];

    public static Option<DatabaseConfig> Read(Section section, ConfigRules rules)
    {
        if (!section.Flag("enabled").IfNone(true))
            return None;
        var type = section.RequiredText("type").Bind(name => Type(section, name, rules));
        var auth = section.RequiredText("auth_type");
        return type.Bind(known =>
            auth.Bind(name => Form(section, known, name))
                .Match(form => Some(Read(section, form, rules)), () => LookThrough(section, known, rules))
        );
    }

    /// <summary>All faults of a config come at once: what does not hang on the auth type is judged without a fitting one.</summary>
    private static Option<DatabaseConfig> LookThrough(Section section, DatabaseType type, ConfigRules rules)
    {
        Read(section, DatabaseForms.Any(type), rules);
        return None;
    }

    private static DatabaseConfig Read(Section section, DatabaseForm form, ConfigRules rules)
    {
        string Canonical(string key) => DatabaseNames.Canonical(form.Type, key);
        string[] names = [.. section.Element.EnumerateObject().Select(field => field.Name).Distinct()];
        section.WarnOfUnknown([
            .. Fields,
            .. DatabaseForms.PlainKeys(form.Type),
            .. names.Where(name => form.PlainKeys.Contains(Canonical(name))),
        ]);
        foreach (var name in names.Where(name => form.SecretKeys.Contains(Canonical(name))))
            section.Faults.Add(new InputError.RawSecret(section.At(name)));

        var secrets = SecretMapping.Read(section, Canonical, [.. form.SecretKeys, .. form.PlainKeys]);
        var settings = Settings(section, form, names, rules);
        var options = DriverOptions.Read(section, form, settings);

        foreach (var keys in form.Secret.Where(keys => !Holds(keys, secrets.ContainsKey)))
            section.Faults.Required(section.At("secret_mapping").Field(FirstOf(keys)));
        foreach (var keys in form.Plain)
            if (!Holds(keys, key => secrets.ContainsKey(key) || settings.ContainsKey(key)))
                section.Faults.Required(section.At(FirstOf(keys)));
        return new DatabaseConfig(form.Type, form.AuthType, secrets, settings, options);
    }

    private static Option<DatabaseType> Type(Section section, string name, ConfigRules rules)
    {
        var type = DatabaseTypes.Parse(name);
        if (!type.Exists(rules.Databases.Contains))
            section.Faults.Add(
                new InputError.UnknownValue(
                    section.At("type"),
                    [.. rules.Databases.Select(DatabaseTypes.WireName).Order(StringComparer.Ordinal)]
                )
            );
        return type;
    }

    private static Option<DatabaseForm> Form(Section section, DatabaseType type, string authType)
    {
        var form = DatabaseForms.Find(type, authType);
        var allowed = DatabaseForms.AuthTypes(type);
        var path = section.At("auth_type");
        if (form.IsNone && DatabaseNames.Unattended.Contains(authType))
            section.Faults.Add(
                new InputError.UnsupportedPair(
                    path,
                    $"is not for unattended use; {type.WireName()} takes: {string.Join(", ", allowed)}"
                )
            );
        else if (form.IsNone && DatabaseForms.AllAuthTypes.Contains(authType))
            section.Faults.Add(
                new InputError.UnsupportedPair(
                    path,
                    $"does not go with {type.WireName()}, which takes: {string.Join(", ", allowed)}"
                )
            );
        else if (form.IsNone)
            section.Faults.Add(new InputError.UnknownValue(path, allowed));
        return form;
    }

    /// <summary>Plain values as text by their own names; an empty one counts as none. A name goes before its aliases.</summary>
    private static Dictionary<string, string> Settings(
        Section section,
        DatabaseForm form,
        string[] names,
        ConfigRules rules
    )
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var plain =
            from name in names
            let key = DatabaseNames.Canonical(form.Type, name)
            where form.PlainKeys.Contains(key) && !form.SecretKeys.Contains(key)
            orderby name != key, name
            select (name, key);
        foreach (var (name, key) in plain)
        {
            if (name != key)
                section.Warn(name, $"is taken as '{key}'");
            Value(section, name, key)
                .IfSome(value =>
                {
                    settings.TryAdd(key, value);
                    DatabaseValues
                        .Fault(form.Type, key, value, rules)
                        .IfSome(rule => section.Faults.Invalid(section.At(name), rule));
                    if (key == "path" && !DatabasePath.IsAbsolute(value))
                        section.Warn(name, "is relative: it is taken from the agent's working directory");
                });
        }
        return settings;
    }

    private static Option<string> Value(Section section, string name, string key)
    {
        if (section.Value(name).Exists(v => v.ValueKind == JsonValueKind.String && v.ValueEquals("")))
            return None;
        return DatabaseValues.IsNumber(key)
            ? section.WholeNumber(name).Map(value => value.GetRawText())
            : section.Text(name);
    }

    private static bool Holds(string keys, Func<string, bool> given) =>
        keys.Split('|').Any(alternative => alternative.Split('+').All(given));

    private static string FirstOf(string keys) => keys.Split('|', '+')[0];
}
