using System.Text.Json.Nodes;
using Causum.Domain.Config;
using Causum.Domain.Input;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Config;

/// <summary>What holds for any config, whatever is wrong with it.</summary>
public sealed class ConfigParserProperties
{
    /// <summary>Faults that do not touch each other, with what each gives.</summary>
    private static readonly (string Path, JsonNode Value, string Fault)[] Independent =
    [
        ("config_id", 7, "config_id invalid_type"),
        ("instance_id", true, "instance_id invalid_type"),
        ("secret_store.provider", "consul", "secret_store.provider unknown_value"),
        ("desensitization", "none", "desensitization unknown_value"),
        ("database.port", 70000, "database.port invalid_value"),
        ("database.schema", "a;b", "database.schema invalid_value"),
        ("database.connect_timeout", "soon", "database.connect_timeout invalid_type"),
        ("database.options.connection", "x", "database.options.connection unknown_value"),
        ("database.secret_mapping.password", 5, "database.secret_mapping.password invalid_type"),
        ("llm.llm_passthrough", "yes", "llm.llm_passthrough invalid_type"),
        ("llm.token_limit", 0, "llm.token_limit invalid_value"),
        ("llm.endpoint", "http://llm.example/v1", "llm.endpoint invalid_value"),
        ("llm.secret_mapping.api_key", "AGENT_CONNECTION_TOKEN", "llm.secret_mapping.api_key invalid_value"),
        ("llm.Api-Key", "planted", "llm.Api-Key raw_secret"),
    ];

    [Property]
    public Property All_faults_come_at_once() =>
        Prop.ForAll(
            Gen.SubListOf(Independent).Where(faults => faults.Count > 0).ToArbitrary(),
            faults =>
            {
                var json = faults.Aggregate(
                    Configs.Good,
                    (config, fault) => Configs.With(fault.Path, fault.Value.DeepClone(), config)
                );
                var found = Configs.Faults(json);
                return faults.All(fault => found.Contains(fault.Fault));
            }
        );

    [Property]
    public Property The_order_of_the_fields_does_not_matter() =>
        Prop.ForAll(
            Gen.SubListOf(Independent).ToArbitrary(),
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            (faults, seed) =>
            {
                var json = faults.Aggregate(
                    Configs.Good,
                    (config, fault) => Configs.With(fault.Path, fault.Value.DeepClone(), config)
                );
                var shuffled = Shuffle(JsonNode.Parse(json)!, new System.Random(seed)).ToJsonString();
                return Configs.Faults(json).SequenceEqual(Configs.Faults(shuffled))
                    && Configs
                        .Parse(json)
                        .Warnings.Select(w => w.ToString())
                        .SequenceEqual(Configs.Parse(shuffled).Warnings.Select(w => w.ToString()));
            }
        );

    [Property]
    public Property A_secret_under_any_name_at_any_depth_is_refused_and_never_shown() =>
        Prop.ForAll(
            SecretNames().ToArbitrary(),
            Places().ToArbitrary(),
            (name, place) => Planted(place, name, "hunter2-planted")
        );

    [Property]
    public Property A_value_that_looks_like_a_credential_is_refused_and_never_shown() =>
        Prop.ForAll(
            Gen.Elements(
                    "postgres://app:hunter2-planted@db.example/x",
                    "-----BEGIN RSA PRIVATE KEY-----hunter2-planted",
                    "Bearer hunter2-planted",
                    "sk-hunter2-planted",
                    "AKIAHUNTER2PLANTED12",
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.hunter2-planted",
                    "Server=x;Password=hunter2-planted"
                )
                .ToArbitrary(),
            Places().ToArbitrary(),
            (value, place) => Planted(place, "remark", value)
        );

    [Property]
    public bool Bytes_of_any_kind_give_errors_and_no_exception(byte[] bytes) =>
        ConfigParser.Parse(bytes, Configs.Rules).Config.IsFail;

    private static bool Planted(string place, string name, string value)
    {
        var parsed = Configs.Parse(Configs.With(place.Length == 0 ? name : $"{place}.{name}", value));
        var errors = parsed.Config.Match(Succ: _ => [], Fail: found => found.ToArray());
        var told = string.Join(
            '\n',
            errors.Select(e => e.ToString()).Concat(parsed.Warnings.Select(w => w.ToString()))
        );
        return errors.Any(e => e is InputError.RawSecret) && !told.Contains(value, StringComparison.Ordinal);
    }

    private static Gen<string> SecretNames() =>
        from name in Gen.Elements(
            "api_key",
            "password",
            "url",
            "passwd",
            "pwd",
            "secret",
            "token",
            "access_token",
            "private_key",
            "passphrase",
            "connection_string",
            "dsn",
            "aws_secret_access_key",
            "credentials_json"
        )
        from form in Gen.Elements<Func<string, string>>(
            text => text,
            text => text.ToUpperInvariant(),
            text => text.Replace('_', '-'),
            text => text.Replace("_", "", StringComparison.Ordinal),
            text => "_" + text
        )
        select form(name);

    private static Gen<string> Places() =>
        Gen.Elements(
            "",
            "secret_store",
            "database",
            "database.options",
            "llm",
            "database.extra.deeper",
            "more.and.more"
        );

    private static JsonNode Shuffle(JsonNode node, System.Random random) =>
        node is JsonObject fields
            ? new JsonObject(
                fields
                    .OrderBy(_ => random.Next())
                    .Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, Shuffle(field.Value!, random)))
            )
            : node.DeepClone();
}
