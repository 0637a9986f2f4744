using Causum.Domain.Input;
using Causum.Domain.Secrets;

namespace Causum.Domain.Config;

/// <summary>The <c>llm</c> part of a config.</summary>
/// <param name="Config">None where the part is absent or not enabled.</param>
/// <param name="Passthrough">Whether rows may leave as they are while there is no model.</param>
internal sealed record LlmSection(Option<LlmConfig> Config, bool Passthrough)
{
    private const int MaxTokenLimit = 100_000_000;

    public static readonly LlmSection Absent = new(None, Passthrough: true);

    private static readonly string[] Fields =
    [
        "enabled",
        "endpoint",
        "auth_type",
        "model",
        "secret_mapping",
        "llm_passthrough",
        "token_limit",
        "api_version",
        "deployment",
    ];

    public static LlmSection Read(Section section, ConfigRules rules)
    {
        section.WarnOfUnknown(Fields);
        var passthrough = section.Flag("llm_passthrough").IfNone(true);
        if (!section.Flag("enabled").IfNone(true))
            return new LlmSection(None, passthrough);

        var auth = section.RequiredText("auth_type").Bind(name => Auth(section, name));
        var keys = auth.Map(found => found.Keys).IfNone([]);
        var secrets = SecretMapping.Read(section, key => key, [.. keys, "endpoint", "model"]);
        foreach (var key in keys.Where(key => !secrets.ContainsKey(key)))
            section.Faults.Required(section.At("secret_mapping").Field(key));
        var endpoint = Direct(section, "endpoint", secrets);
        endpoint
            .Bind(url => Endpoints.Fault(url, rules.AllowInsecureEndpoints))
            .IfSome(rule => section.Faults.Invalid(section.At("endpoint"), rule));
        var model = Direct(section, "model", secrets);

        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["api_version", "deployment"])
            section.Text(name).IfSome(value => settings.Add(name, value));

        return new LlmSection(
            new LlmConfig(
                auth.Map(found => found.Auth).IfNone(LlmAuth.NoAuth),
                secrets,
                endpoint,
                model,
                section.Number("token_limit", 1, MaxTokenLimit),
                settings
            ),
            passthrough
        );
    }

    private static Option<(LlmAuth Auth, IReadOnlyList<string> Keys)> Auth(Section section, string name)
    {
        var found = LlmAuthTypes.Find(name);
        if (found.IsNone)
            section.Faults.Add(new InputError.UnknownValue(section.At("auth_type"), LlmAuthTypes.Names));
        return found;
    }

    /// <summary>Must stand directly unless it is mapped.</summary>
    private static Option<string> Direct(Section section, string name, Dictionary<string, SecretReference> secrets) =>
        secrets.ContainsKey(name) ? section.Text(name) : section.RequiredText(name);
}
