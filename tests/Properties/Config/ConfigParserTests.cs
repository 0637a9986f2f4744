using System.Text;
using Causum.Domain.Config;

namespace Causum.Properties.Config;

/// <summary>The rules of protocol §5, §8, §9 and databases.md 1.1 to 1.4, one by one.</summary>
public sealed class ConfigParserTests
{
    [Fact]
    public void The_example_of_the_protocol_is_read_in_full()
    {
        var config = Configs.Valid(Configs.Good);
        Assert.Equal("c-42", config.ConfigId);
        Assert.Equal(DataMode.Llm, config.Mode);
        var database = config.Database.IfNone(() => throw new InvalidOperationException());
        Assert.Equal(DatabaseType.Postgresql, database.Type);
        Assert.Equal("DB_HOST", database.Secrets["host"].Name);
        Assert.Equal("5432", database.Settings["port"]);
        Assert.Equal("require", database.Options["sslmode"]);
        var llm = config.Llm.IfNone(() => throw new InvalidOperationException());
        Assert.Equal(LlmAuth.ApiKey, llm.Auth);
        Assert.Equal(128000, llm.TokenLimit);
    }

    [Theory]
    [InlineData("""{"llm":{"enabled":false}}""", DataMode.Passthrough)]
    [InlineData("""{}""", DataMode.Passthrough)]
    [InlineData("""{"llm":null}""", DataMode.Passthrough)]
    [InlineData("""{"llm":{"enabled":false,"llm_passthrough":true}}""", DataMode.Passthrough)]
    [InlineData("""{"llm":{"enabled":false,"llm_passthrough":false}}""", DataMode.Blocked)]
    [InlineData("""{"desensitization":"rules"}""", DataMode.Rules)]
    [InlineData("""{"desensitization":"rules","llm":{"enabled":false,"llm_passthrough":false}}""", DataMode.Rules)]
    public void The_mode_follows_from_model_passthrough_and_desensitization(string json, DataMode mode) =>
        Assert.Equal(mode, Configs.Valid(json).Mode);

    [Theory]
    [InlineData("""[]""", " invalid_value")]
    [InlineData("""{"type":"config" """, " invalid_value")]
    [InlineData("""{"a":"\ud800"}""", " invalid_value")]
    [InlineData("""{"type":"task"}""", "type invalid_value")]
    [InlineData("""{"database":[]}""", "database invalid_type")]
    [InlineData(
        """{"database":{"enabled":"yes","type":"sqlite","auth_type":"local_file","path":"/d"}}""",
        "database.enabled invalid_type"
    )]
    [InlineData("""{"database":{"auth_type":"password"}}""", "database.type required")]
    [InlineData("""{"database":{"type":"postgresql"}}""", "database.auth_type required")]
    [InlineData("""{"database":{"type":"dbase","auth_type":"password"}}""", "database.type unknown_value")]
    [InlineData("""{"database":{"type":"postgresql","auth_type":"wallet"}}""", "database.auth_type unsupported_pair")]
    [InlineData("""{"database":{"type":"snowflake","auth_type":"okta"}}""", "database.auth_type unsupported_pair")]
    [InlineData("""{"database":{"type":"postgresql","auth_type":"magic"}}""", "database.auth_type unknown_value")]
    [InlineData("""{"database":{"type":"sqlite","auth_type":"local_file"}}""", "database.path required")]
    [InlineData("""{"database":{"type":"sqlite","auth_type":"local_file","path":""}}""", "database.path required")]
    [InlineData(
        """{"database":{"type":"sqlite","auth_type":"local_file","path":":memory:"}}""",
        "database.path invalid_value"
    )]
    [InlineData(
        """{"database":{"type":"duckdb","auth_type":"local_file","path":"https://x/y.db"}}""",
        "database.path invalid_value"
    )]
    [InlineData(
        """{"secret_store":{"provider":"vault","address":"https://v"}}""",
        "secret_store.provider unknown_value"
    )]
    [InlineData("""{"secret_store":{}}""", "secret_store.provider required")]
    [InlineData("""{"secret_store":"env"}""", "secret_store invalid_type")]
    [InlineData("""{"config_id":""}""", "config_id invalid_value")]
    [InlineData("""{"llm":{"auth_type":"no_auth","endpoint":"ftp://x","model":"m"}}""", "llm.endpoint invalid_value")]
    [InlineData("""{"llm":{"auth_type":"no_auth","model":"m"}}""", "llm.endpoint required")]
    [InlineData("""{"llm":{"auth_type":"no_auth","endpoint":"https://x"}}""", "llm.model required")]
    [InlineData("""{"llm":{"auth_type":"oauth","endpoint":"https://x","model":"m"}}""", "llm.auth_type unknown_value")]
    [InlineData("""{"llm":{"enabled":false,"llm_passthrough":"no"}}""", "llm.llm_passthrough invalid_type")]
    public void A_faulty_config_gives_exactly_this_error(string json, string fault) =>
        Assert.Equal([fault], Configs.Faults(json));

    [Theory]
    [InlineData("kerberos", "database.auth_type unsupported_pair")]
    [InlineData("wallet", "database.auth_type unsupported_pair")]
    [InlineData("magic", "database.auth_type unknown_value")]
    [InlineData("", "database.auth_type required")]
    public void Without_a_fitting_auth_type_all_other_faults_are_found_too(string auth, string fault) =>
        Assert.Equal(
            [
                fault,
                "database.connect_timeout invalid_value",
                "database.host invalid_value",
                "database.options.magic unknown_value",
                "database.port invalid_value",
                "database.schema invalid_type",
                "database.secret_mapping.password invalid_type",
            ],
            Configs.Faults(
                $$$$"""
                {"database":{"type":"postgresql","auth_type":"{{{{auth}}}}","host":"https://db","port":70000,"schema":7,
                  "connect_timeout":0,"options":{"magic":1},"secret_mapping":{"password":1}}}
                """
            )
        );

    [Fact]
    public void A_secret_that_stands_directly_is_named_once_whatever_the_auth_type() =>
        Assert.Equal(
            ["database.auth_type unsupported_pair", "database.password raw_secret"],
            Configs
                .Faults("""{"database":{"type":"postgresql","auth_type":"kerberos","password":"planted"}}""")
                .Select(fault => fault.Replace("raw_secret_not_allowed", "raw_secret", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("basic_auth", new[] { "llm.secret_mapping.password required", "llm.secret_mapping.username required" })]
    [InlineData("bearer", new[] { "llm.secret_mapping.token required" })]
    [InlineData("azure_key", new[] { "llm.secret_mapping.api_key required" })]
    [InlineData("no_auth", new string[0])]
    public void Each_way_to_the_model_needs_its_keys(string auth, string[] faults) =>
        Assert.Equal(
            faults,
            Configs.Faults($$$"""{"llm":{"auth_type":"{{{auth}}}","endpoint":"https://x","model":"m"}}""")
        );

    [Fact]
    public void Every_missing_key_is_named_and_an_empty_reference_is_none() =>
        Assert.Equal(
            [
                "database.database required",
                "database.host required",
                "database.secret_mapping.password required",
                "database.username required",
            ],
            Configs.Faults(
                """{"database":{"type":"postgresql","auth_type":"scram","secret_mapping":{"password":"","host":""}}}"""
            )
        );

    [Theory]
    [InlineData("db.example", true)]
    [InlineData("10.0.0.7", true)]
    [InlineData("fd00::1", true)]
    [InlineData("a.example,b.example:5433", true)]
    [InlineData("https://db.example", false)]
    [InlineData("db.example/x", false)]
    [InlineData("user@db.example", false)]
    [InlineData("db example", false)]
    [InlineData("db;x", false)]
    public void A_host_is_a_name_or_an_address(string host, bool fit) =>
        Assert.Equal(
            fit ? [] : ["database.host invalid_value"],
            Configs.Faults(Configs.With("database.secret_mapping.host", null, Configs.With("database.host", host)))
        );

    [Fact]
    public void Several_hosts_are_for_databases_that_have_them() =>
        Assert.Equal(
            ["database.host invalid_value"],
            Configs.Faults(
                """{"database":{"type":"mysql","auth_type":"password","secret_mapping":{"password":"P"},"username":"u","database":"d","host":"a,b"}}"""
            )
        );

    [Fact]
    public void A_key_that_stands_twice_is_refused() =>
        Assert.Equal(
            ["llm.model invalid_value"],
            Configs.Faults("""{"llm":{"auth_type":"no_auth","endpoint":"https://x","model":"a","model":"b"}}""")
        );

    [Fact]
    public void A_secret_goes_to_one_component_only() =>
        Assert.Equal(
            ["llm.secret_mapping.api_key invalid_value"],
            Configs.Faults(Configs.With("llm.secret_mapping.api_key", "DB_PASS"))
        );

    [Fact]
    public void A_credential_in_the_place_of_its_name_is_refused() =>
        Assert.Contains(
            "llm.secret_mapping.api_key raw_secret",
            Configs.Faults(Configs.With("llm.secret_mapping.api_key", "sk-live-0123456789"))
        );

    [Fact]
    public void Another_name_is_taken_with_a_warning_and_the_own_name_goes_first()
    {
        var parsed = Configs.Parse(
            """{"database":{"type":"postgresql","auth_type":"password","secret_mapping":{"password":"P","uid":"A","user":"B","username":"C"},"host":"h","dbname":"d"}}"""
        );
        var database = parsed
            .Config.Match(Succ: c => c.Database, Fail: _ => None)
            .IfNone(() => throw new InvalidOperationException());
        Assert.Equal("C", database.Secrets["username"].Name);
        Assert.Equal("d", database.Settings["database"]);
        Assert.Equal(
            [
                "database.dbname: is taken as 'database'",
                "database.secret_mapping.uid: is taken as 'username'",
                "database.secret_mapping.user: is taken as 'username'",
            ],
            parsed.Warnings.Select(w => w.ToString())
        );
    }

    [Fact]
    public void Unknown_fields_are_ignored_with_a_warning()
    {
        var parsed = Configs.Parse(Configs.With("database.colour", "blue", Configs.With("novel", true)));
        Assert.True(parsed.Config.IsSuccess);
        Assert.Equal(
            ["database.colour: unknown field, ignored", "novel: unknown field, ignored"],
            parsed.Warnings.Select(w => w.ToString())
        );
    }

    [Fact]
    public void A_type_without_an_adapter_is_unknown_and_the_error_names_those_there_are()
    {
        var error = Assert.Single(
            ConfigParser
                .Parse(
                    Encoding.UTF8.GetBytes(
                        """{"database":{"type":"sqlite","auth_type":"local_file","path":"/d/a.db"}}"""
                    ),
                    new ConfigRules([DatabaseType.Postgresql, DatabaseType.Mysql], [], false)
                )
                .Config.Match(Succ: _ => [], Fail: errors => errors.ToArray())
        );
        Assert.Equal("unknown_value", error.Code);
        Assert.Contains("mysql, postgresql", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/a.db", true)]
    [InlineData("/data/sub/../a.db", true)]
    [InlineData("/data/../etc/passwd", false)]
    [InlineData("/database/a.db", false)]
    [InlineData("a.db", false)]
    public void A_database_file_lies_in_the_data_folders(string path, bool fit) =>
        Assert.Equal(
            fit,
            ConfigParser
                .Parse(
                    Encoding.UTF8.GetBytes(
                        $$$"""{"database":{"type":"sqlite","auth_type":"local_file","path":"{{{path}}}"}}"""
                    ),
                    new ConfigRules([DatabaseType.Sqlite], ["/data"], false)
                )
                .Config.IsSuccess
        );

    [Fact]
    public void A_demand_for_tls_is_not_loosened_by_an_option() =>
        Assert.Equal(
            ["database.options.sslmode unsupported_pair"],
            Configs.Faults(
                Configs.With("database.auth_type", "ssl_verify", Configs.With("database.options.sslmode", "prefer"))
            )
        );

    [Fact]
    public void Every_pair_of_database_and_auth_type_accepts_what_it_needs()
    {
        foreach (var type in Enum.GetValues<DatabaseType>())
        foreach (var auth in DatabaseForms.AuthTypes(type))
        {
            var form = DatabaseForms.Find(type, auth).IfNone(() => throw new InvalidOperationException());
            var mapping = string.Join(
                ',',
                form.SecretKeys.Union(form.PlainKeys).Select(key => $"\"{key}\":\"REF_{key.ToUpperInvariant()}\"")
            );
            Assert.Empty(
                Configs.Faults(
                    $$$"""{"database":{"type":"{{{type.WireName()}}}","auth_type":"{{{auth}}}","secret_mapping":{ {{{mapping}}} } }}"""
                )
            );
        }
    }

    [Fact]
    public void A_config_beyond_all_bounds_is_refused()
    {
        Assert.Single(Configs.Faults(new string('[', 100) + new string(']', 100)));
        Assert.Single(Configs.Faults($$"""{"a":"{{new string('x', 2_000_000)}}"}"""));
    }
}
