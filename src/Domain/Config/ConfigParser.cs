using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>
/// Reads a config payload (protocol §5, §8, §9). All faults come at once, in an order that does not depend on the order of the fields; no fault or warning
/// repeats a value.
/// </summary>
public static class ConfigParser
{
    private static readonly string[] Fields =
    [
        "type",
        "schema_version",
        "config_id",
        "instance_id",
        "secret_store",
        "database",
        "llm",
        "desensitization",
    ];

    public static ParsedConfig Parse(ReadOnlyMemory<byte> payload, ConfigRules rules) =>
        ConfigDocument
            .Read(payload)
            .Match(
                Succ: document => Parse(document, rules),
                Fail: errors => new ParsedConfig(None, Fail<InputError, AgentConfig>(errors), [])
            );

    private static ParsedConfig Parse(JsonElement document, ConfigRules rules)
    {
        var reading = new Reading();
        ConfigDocument.RefuseDuplicates(document, FieldPath.Root, reading.Faults);
        RawSecrets.Refuse(document, reading.Faults);

        var root = new Section(document, FieldPath.Root, reading);
        root.WarnOfUnknown(Fields);
        if (root.Text("type").Exists(type => type != "config"))
            reading.Faults.Invalid(root.At("type"), "must be \"config\"");
        var id = root.Text("config_id");
        root.Text("instance_id");
        var store = Store(root);
        var database = root.Child("database").Bind(section => DatabaseSection.Read(section, rules));
        var llm = root.Child("llm").Map(section => LlmSection.Read(section, rules)).IfNone(LlmSection.Absent);
        var rulesOnly = root.Text("desensitization");
        if (rulesOnly.Exists(value => value != "rules"))
            reading.Faults.Add(new InputError.UnknownValue(root.At("desensitization"), ["rules"]));
        RefuseSharedReferences(root, database, llm.Config, reading.Faults);

        var mode =
            rulesOnly.IsSome ? DataMode.Rules
            : llm.Config.IsSome ? DataMode.Llm
            : llm.Passthrough ? DataMode.Passthrough
            : DataMode.Blocked;
        return new ParsedConfig(
            id,
            reading
                .Faults.InOrder()
                .Or(() =>
                    new AgentConfig(
                        id,
                        store.IfNone(new SecretStore.EnvironmentVariables()),
                        database,
                        llm.Config,
                        mode
                    )
                ),
            reading.WarningsInOrder()
        );
    }

    /// <summary>Without the section: the environment. None: a store that this build does not have.</summary>
    private static Option<SecretStore> Store(Section root)
    {
        var environment = Some<SecretStore>(new SecretStore.EnvironmentVariables());
        return root.Child("secret_store")
            .Match(
                Some: section =>
                    section
                        .RequiredText("provider")
                        .Bind(name =>
                        {
                            if (name == "env")
                                section.WarnOfUnknown(["provider"]);
                            else
                                section.Faults.Add(new InputError.UnknownValue(section.At("provider"), ["env"]));
                            return name == "env" ? environment : None;
                        }),
                None: () => environment
            );
    }

    /// <summary>A secret goes to one component only: the other could be used to read it out.</summary>
    private static void RefuseSharedReferences(
        Section root,
        Option<DatabaseConfig> database,
        Option<LlmConfig> llm,
        Faults faults
    )
    {
        var databaseNames = database
            .Map(config => config.Secrets.Values.Select(reference => reference.Name).ToHashSet(StringComparer.Ordinal))
            .IfNone([]);
        foreach (var (key, reference) in llm.Map(config => config.Secrets.ToArray()).IfNone([]))
            if (databaseNames.Contains(reference.Name))
                faults.Invalid(
                    root.At("llm").Field("secret_mapping").Field(key),
                    "must not name a secret that the database mapping names too: a secret goes to one component only"
                );
    }
}
