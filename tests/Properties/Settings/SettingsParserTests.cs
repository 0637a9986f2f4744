using System.Text;
using Causum.Domain.Settings;

namespace Causum.Properties.Settings;

/// <summary>Where each value comes from, and what is wrong with it.</summary>
public sealed class SettingsParserTests
{
    private static readonly string Token = Convert.ToBase64String(
        Encoding.UTF8.GetBytes("""{"redis_url":"redis://u:planted@h","agent_key":"acme"}""")
    );
    private static readonly SettingDefaults Machine = new(Cores: 8, StateDirectory: "/state");

    [Fact]
    public void A_flag_goes_before_the_environment_and_that_before_the_file_and_the_default()
    {
        var file = File(("log", Map(("level", "error"), ("format", "json"))), ("limits", Map(("max_deliveries", "9"))));
        var raw = RawSettings.Merge(
            Given("AGENT_LOG_LEVEL", "debug"),
            Given("AGENT_LOG_LEVEL", "warning", "AGENT_LOG_FORMAT", "text"),
            file,
            Machine
        );
        Assert.Equal(("debug", "flag --log-level"), Shown(raw, KnownSettings.LogLevel));
        Assert.Equal(("text", "environment AGENT_LOG_FORMAT"), Shown(raw, KnownSettings.LogFormat));
        Assert.Equal(("9", "file, line 1"), Shown(raw, KnownSettings.MaxDeliveries));
        Assert.Equal(("30", "default"), Shown(raw, KnownSettings.HeartbeatInterval));
        Assert.Equal(("16", "default"), Shown(raw, KnownSettings.Concurrency));
    }

    [Fact]
    public void Without_any_setting_the_documented_defaults_hold()
    {
        var settings = Valid(
            RawSettings.Merge(Given(), Given("AGENT_CONNECTION_TOKEN", Token), None, new(1, "/state"))
        );
        Assert.Equal("acme", settings.AgentKey);
        Assert.Equal("kept-id", settings.InstanceId);
        Assert.Equal(4, settings.Concurrency);
        Assert.Equal(TimeSpan.FromSeconds(15), settings.ClaimIdle);
        Assert.Equal(5, settings.MaxDeliveries);
        Assert.Equal(TimeSpan.FromHours(1), settings.MaxTaskAge);
        Assert.Equal(TimeSpan.FromMinutes(15), settings.MaxTaskTime);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.HeartbeatInterval);
        Assert.Equal(TimeSpan.FromSeconds(25), settings.ShutdownGrace);
        Assert.Equal(8 * 1024 * 1024, settings.MaxResultBytes);
        Assert.Equal(8, settings.TokenLength);
        Assert.True(settings.ResultsMaxLength.IsNone);
        Assert.Equal(new HttpListener("127.0.0.1", 8686, AskedFor: false), settings.Http);
    }

    [Fact]
    public void All_faults_come_at_once_under_the_names_by_which_the_values_were_given()
    {
        var raw = RawSettings.Merge(
            Given("AGENT_LOG_LEVEL", "loud"),
            Given(
                "AGENT_CONNECTION_TOKEN",
                "%%%",
                "AGENT_CONCURRENCY",
                "0",
                "AGENT_TOKEN_LENGTH",
                "9",
                "LLM_ENDPOINT_PATTERN",
                "(",
                "AGENT_REDIS_PROXY",
                "socks://u:planted@p"
            ),
            File(("limits", Map(("max_deliveries", "many")))),
            Machine
        );
        var errors = SettingsParser
            .Parse(raw, "kept-id", default)
            .Match(Succ: _ => [], Fail: found => found.Map(e => e.ToString()).ToArray());
        Assert.Equal(
            [
                "--log-level",
                "AGENT_CONCURRENCY",
                "AGENT_REDIS_PROXY",
                "AGENT_TOKEN_LENGTH",
                "LLM_ENDPOINT_PATTERN",
                "connection_token",
                "limits.max_deliveries (line 1)",
            ],
            errors.Select(e => e.Split(": ")[0]).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("planted", string.Join('\n', errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AGENT_AUDIT_FILE", "/var/log/audit.jsonl")]
    [InlineData("AGENT_DRIVERS_DIR", "/opt/drivers")]
    [InlineData("AGENT_SECRET_REFRESH_SECONDS", "300")]
    [InlineData("AGENT_K8S_SERVICE_ACCOUNT_DIR", "/sa")]
    public void A_setting_that_someone_would_rely_on_and_that_this_version_lacks_is_refused(string name, string value)
    {
        var raw = RawSettings.Merge(Given(), Given("AGENT_CONNECTION_TOKEN", Token, name, value), None, Machine);
        var error = Assert.Single(
            SettingsParser.Parse(raw, "kept-id", default).Match(Succ: _ => [], Fail: found => found.ToArray())
        );
        Assert.StartsWith($"{name}: this version does not ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", error.ToString(), StringComparison.Ordinal);
        Assert.True(SettingsParser.ParseOffline(raw, "kept-id").IsFail);
    }

    [Fact]
    public void A_setting_without_effect_is_warned_about_under_the_name_by_which_it_was_given()
    {
        var file = File(("limits", Map(("audit_max_bytes", "4096"))));
        var raw = RawSettings.Merge(
            Given("AGENT_HTTP", "127.0.0.1:9000"),
            Given("AGENT_RUNTIME_DIR", "/run/x", "AGENT_ALLOW_DISK_SECRETS", "true"),
            file,
            Machine
        );
        Assert.Equal(
            ["--http", "limits.audit_max_bytes (line 1)", "AGENT_RUNTIME_DIR", "AGENT_ALLOW_DISK_SECRETS"],
            raw.Warnings.Select(warning => warning.Split(": has no effect, ")[0])
        );
    }

    [Fact]
    public void A_value_that_asks_for_nothing_is_neither_refused_nor_warned_about()
    {
        var raw = RawSettings.Merge(
            Given(),
            Given(
                "AGENT_CONNECTION_TOKEN",
                Token,
                "AGENT_HTTP",
                "off",
                "AGENT_SECRET_REFRESH_SECONDS",
                "0",
                "AGENT_ALLOW_DISK_SECRETS",
                "false"
            ),
            None,
            Machine
        );
        Assert.Empty(raw.Warnings);
        Assert.Equal("acme", Valid(raw).AgentKey);
    }

    [Fact]
    public void A_policy_for_an_audit_log_that_is_not_written_is_warned_about()
    {
        Assert.Empty(UnsupportedSettings.Warnings(LocalPolicy.None));
        Assert.StartsWith(
            "audit.queries: has no effect",
            Assert.Single(UnsupportedSettings.Warnings(new LocalPolicy { AuditHashesQueries = true })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_mistyped_variable_is_warned_about_with_the_nearest_name()
    {
        var raw = RawSettings.Merge(
            Given(),
            Given("AGENT_CONCURENCY", "4", "AGENT_MAX_DELIVERY", "3", "OTHER", "x", "LLM_ENDPOINT", "y"),
            None,
            Machine
        );
        Assert.Equal(
            [
                "AGENT_CONCURENCY: unknown variable, ignored; the nearest known name is AGENT_CONCURRENCY",
                "AGENT_MAX_DELIVERY: unknown variable, ignored; the nearest known name is AGENT_MAX_DELIVERIES",
            ],
            raw.Warnings
        );
    }

    [Fact]
    public void The_token_comes_from_the_variable_that_the_file_names()
    {
        var file = File(("connection", Map(("token_env", "AGENT_MY_TOKEN"))));
        var raw = RawSettings.Merge(Given(), Given("AGENT_MY_TOKEN", Token), file, Machine);
        Assert.Empty(raw.Warnings);
        Assert.Equal("acme", Valid(raw).AgentKey);
    }

    [Fact]
    public void A_token_file_of_the_environment_goes_before_a_token_of_the_file()
    {
        var file = File(("connection", Map(("token", Token))));
        var raw = RawSettings.Merge(Given(), Given("AGENT_CONNECTION_TOKEN_FILE", "/t"), file, Machine);
        Assert.True(raw.Find(KnownSettings.ConnectionToken).IsNone);
        Assert.True(raw.Find(KnownSettings.ConnectionTokenFile).IsSome);
    }

    [Fact]
    public void The_file_is_read_strictly()
    {
        var root = Map(
            ("state_dirs", Text("/x")),
            ("http", Text("off")),
            ("http", Text("off")),
            ("log", Map(("levle", "info"), ("dir", ""))),
            ("limits", Text("none"))
        );
        var errors = SettingsFile.Read(root).Errors.Select(e => e.ToString());
        Assert.Equal(
            [
                "http (line 1): stands twice",
                "limits (line 1): must be a mapping of keys to values",
                "log.dir (line 1): has no value: give it one or leave the key out",
                "log.levle (line 1): is not a known key; the nearest is 'level'",
                "state_dirs (line 1): is not a known key; the nearest is 'state_dir'",
            ],
            errors.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_fault_in_the_file_hides_none_of_its_values()
    {
        var file = SettingsFile.Read(Map(("state_dirs", "/x"), ("instance_id", "not a name!")));
        Assert.Single(file.Errors);
        Assert.Equal("not a name!", file.Find(KnownSettings.InstanceId).Map(value => value.Text).IfNone(""));
    }

    [Fact]
    public void No_text_form_of_raw_settings_shows_the_token()
    {
        var raw = RawSettings.Merge(Given(), Given("AGENT_CONNECTION_TOKEN", Token), None, Machine);
        Assert.DoesNotContain(Token, raw.Find(KnownSettings.ConnectionToken).ToString(), StringComparison.Ordinal);
    }

    private static AgentSettings Valid(RawSettings raw) =>
        SettingsParser
            .Parse(raw, "kept-id", DateTimeOffset.UnixEpoch)
            .Match(
                Succ: settings => settings,
                Fail: errors => throw new Xunit.Sdk.XunitException(string.Join("; ", errors))
            );

    private static (string, string) Shown(RawSettings raw, Setting setting) =>
        raw.Find(setting).Map(value => (value.Text, value.Source.ToString())).IfNone(("", ""));

    private static Dictionary<string, string> Given(params string[] pairs) =>
        pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static Option<SettingsFile> File(params (string Key, DocumentNode Value)[] entries)
    {
        var file = SettingsFile.Read(Map(entries));
        Assert.Empty(file.Errors);
        return file;
    }

    private static DocumentNode.Mapping Map(params (string Key, string Value)[] entries) =>
        Map([.. entries.Select(entry => (entry.Key, (DocumentNode)Text(entry.Value)))]);

    private static DocumentNode.Mapping Map(params (string Key, DocumentNode Value)[] entries) =>
        new(1, [.. entries.Select(entry => new DocumentEntry(entry.Key, 1, entry.Value))]);

    private static DocumentNode.Scalar Text(string value) => new(1, value, Quoted: false);
}
