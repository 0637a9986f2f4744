using System.Text;
using System.Text.Json;

namespace Causum.Integration.CommandLine;

/// <summary>What a person sees who sets the agent up (cli.md): exit codes, output, and no secret in either.</summary>
public sealed class ConfigCommandTests : IDisposable
{
    private static readonly string Token = Convert.ToBase64String(
        Encoding.UTF8.GetBytes("""{"redis_url":"rediss://login:planted-pw@redis.example:6380/1","agent_key":"acme"}""")
    );

    private readonly string folder = Directory.CreateTempSubdirectory("agent-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Version_says_what_the_binary_is()
    {
        var ended = await RunAsync([], "version", "--format", "json");
        Assert.Equal(0, ended.Code);
        using var json = JsonDocument.Parse(ended.Output);
        foreach (var name in (string[])["version", "commit", "runtime", "platform"])
            Assert.NotEqual("", json.RootElement.GetProperty(name).GetString());
    }

    [Theory]
    [InlineData("start")]
    [InlineData("version")]
    [InlineData("config", "generate")]
    [InlineData("config", "show")]
    [InlineData("config", "test")]
    [InlineData("debug", "decode-token")]
    [InlineData("identity")]
    [InlineData("guard")]
    [InlineData("preview")]
    public async Task Help_ends_in_an_example(params string[] command)
    {
        var ended = await RunAsync([], [.. command, "--help"]);
        Assert.Equal(0, ended.Code);
        Assert.Contains("Example:", ended.Output, StringComparison.Ordinal);
        Assert.Contains("agent " + command[0], ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("config")]
    [InlineData("config", "show", "--format", "xml")]
    [InlineData("start", "--novel")]
    [InlineData("guard", "--dialect", "klingon", "SELECT 1")]
    [InlineData("preview")]
    public async Task Wrong_usage_ends_with_2_and_a_next_step(params string[] command)
    {
        var ended = await RunAsync([], command);
        Assert.Equal(2, ended.Code);
        Assert.Equal("", ended.Output);
        Assert.Contains("next: ", ended.Errors, StringComparison.Ordinal);
        Assert.InRange(ended.Errors.TrimEnd().Split('\n').Length, 2, 3);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("config", "test")]
    [InlineData("debug", "decode-token")]
    public async Task A_bad_token_ends_with_2_says_the_step_and_is_not_shown(params string[] command)
    {
        var broken = Convert.ToBase64String(Encoding.UTF8.GetBytes("planted-not-json"));
        var ended = await RunAsync([("AGENT_CONNECTION_TOKEN", broken)], command);
        Assert.Equal(2, ended.Code);
        Assert.Contains("step 3", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", ended.Output + ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(broken, ended.Output + ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_lists_all_problems_of_token_file_and_policy()
    {
        var file = Write("agent.yaml", "limits:\n  concurency: 3\n  max_deliveries: x\n");
        var policy = Write("policy.yaml", "version: 1\ndata: { passthrough: never }\n");
        var ended = await RunAsync(
            [("AGENT_POLICY_FILE", policy), ("AGENT_TOKEN_LENGTH", "9")],
            "config",
            "test",
            "--config",
            file
        );
        Assert.Equal(2, ended.Code);
        Assert.Contains("limits.concurency (line 2)", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("'concurrency'", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("data.passthrough (line 2)", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("AGENT_TOKEN_LENGTH", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runtime_part_is_read_strictly_with_lines()
    {
        var file = Write(
            "agent.yaml",
            "runtime:\n  database:\n    type: sqlite\n    auth_type: local_file\n    pth: /x.db\n    password: planted-pw\n"
        );
        var ended = await RunAsync([("AGENT_CONNECTION_TOKEN", Token)], "config", "test", "--config", file);
        Assert.Equal(2, ended.Code);
        Assert.Contains(
            "runtime.database.pth (line 5): is not a known key; the nearest is 'path'",
            ended.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "runtime.database.password (line 6): must not hold a secret",
            ended.Errors,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("planted", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runtime_part_is_tested_even_where_settings_are_wrong()
    {
        var file = Write("agent.yaml", "log: { level: loud }\nruntime:\n  secret_stor: {}\n");
        var ended = await RunAsync([], "config", "test", "--config", file);
        Assert.Equal(2, ended.Code);
        Assert.Contains("AGENT_CONNECTION_TOKEN", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("log.level (line 1)", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("runtime.secret_stor (line 3)", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_generated_template_is_accepted_as_it_is(bool examples)
    {
        var template = await RunAsync(
            [],
            examples ? ["config", "generate", "--with-examples"] : ["config", "generate"]
        );
        Assert.Equal(0, template.Code);
        var file = Write("agent.yaml", template.Output);
        var tested = await RunAsync([("AGENT_CONNECTION_TOKEN", Token)], "config", "test", "--config", file);
        Assert.True(tested.Code == 0, tested.Errors);
        var shown = await RunAsync([("AGENT_CONNECTION_TOKEN", Token)], "config", "show", "--config", file);
        Assert.True(shown.Code == 0, shown.Errors);
        Assert.DoesNotContain("has no effect", tested.Errors + shown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_names_the_source_of_each_value_and_hides_secrets_unless_asked()
    {
        (string, string)[] environment = [("AGENT_CONNECTION_TOKEN", Token), ("AGENT_CONCURRENCY", "7")];
        var hidden = await RunAsync(environment, "config", "show", "--format", "json");
        using var json = JsonDocument.Parse(hidden.Output);
        var concurrency = json.RootElement.GetProperty("settings").GetProperty("limits.concurrency");
        Assert.Equal("7", concurrency.GetProperty("value").GetString());
        Assert.Equal("environment AGENT_CONCURRENCY", concurrency.GetProperty("source").GetString());
        Assert.DoesNotContain(Token, hidden.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", hidden.Output, StringComparison.Ordinal);
        var shown = await RunAsync(environment, "config", "show", "--show-secrets");
        Assert.Contains(Token, shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_decoded_without_its_login_unless_asked()
    {
        var hidden = await RunAsync([], "debug", "decode-token", Token);
        Assert.Equal(0, hidden.Code);
        Assert.Contains("rediss://redis.example:6380/1", hidden.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", hidden.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("login", hidden.Output, StringComparison.Ordinal);
        var shown = await RunAsync([], "debug", "decode-token", Token, "--show-secrets");
        Assert.Contains("planted-pw", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_variable_is_warned_about()
    {
        var ended = await RunAsync([("AGENT_CONCURENCY", "3")], "config", "show");
        Assert.Contains("the nearest known name is AGENT_CONCURRENCY", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("config", "test")]
    public async Task An_audit_log_that_would_not_be_written_stops_with_2(params string[] command)
    {
        var ended = await RunAsync(
            [("AGENT_CONNECTION_TOKEN", Token), ("AGENT_AUDIT_FILE", "/tmp/audit.jsonl")],
            command
        );
        Assert.Equal(2, ended.Code);
        Assert.Contains(
            "AGENT_AUDIT_FILE: this version does not write an audit log yet; remove the setting",
            ended.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_has_no_effect_is_warned_about()
    {
        var policy = Write("policy.yaml", "version: 1\naudit: { queries: hash }\n");
        var ended = await RunAsync(
            [("AGENT_CONNECTION_TOKEN", Token), ("AGENT_HTTP", "127.0.0.1:0"), ("AGENT_POLICY_FILE", policy)],
            "config",
            "test"
        );
        Assert.Equal(0, ended.Code);
        Assert.Contains("AGENT_HTTP: has no effect", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("audit.queries: has no effect", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_identity_stays_until_it_is_reset()
    {
        var first = (await RunAsync([], "identity")).Output;
        Assert.Equal(first, (await RunAsync([], "identity")).Output);
        var second = (await RunAsync([], "identity", "--reset")).Output;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await RunAsync([], "identity")).Output);
        await File.WriteAllTextAsync(Path.Combine(folder, "state", "instance-id"), "\0\0damaged");
        var third = await RunAsync([], "identity");
        Assert.Contains("damaged", third.Errors, StringComparison.Ordinal);
        Assert.NotEqual(second, third.Output);
    }

    [Fact]
    public async Task An_identity_that_cannot_be_kept_is_not_reset()
    {
        var ended = await RunAsync([("AGENT_STATE_DIR", Write("a-file", ""))], "identity", "--reset");
        Assert.Equal(2, ended.Code);
        Assert.Equal("", ended.Output);
        Assert.Contains("cannot be written", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_folder_that_cannot_be_written_stops_the_start()
    {
        var ended = await RunAsync(
            [("AGENT_CONNECTION_TOKEN", Token)],
            "start",
            "--log-dir",
            Path.Combine(Write("a-file", ""), "logs")
        );
        Assert.Equal(2, ended.Code);
        Assert.Contains("AGENT_LOG_DIR", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_this_version_does_not_act_on_is_warned_about()
    {
        var ended = await RunAsync(
            [("AGENT_CONNECTION_TOKEN", Token), ("AGENT_RUNTIME_DIR", "/run/x")],
            "config",
            "test"
        );
        Assert.Equal(0, ended.Code);
        Assert.Contains("warning: AGENT_RUNTIME_DIR", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AGENT_HTTP", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_names_every_file_that_it_cannot_read()
    {
        var ragged = Write("ragged.csv", "a,b\nplanted\n");
        var missing = Path.Combine(folder, "missing.csv");
        var ended = await RunAsync([], "preview", "--input", ragged, missing);
        Assert.Equal(2, ended.Code);
        Assert.Equal("", ended.Output);
        Assert.Contains(ragged, ended.Errors, StringComparison.Ordinal);
        Assert.Contains(missing, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", ended.Errors, StringComparison.Ordinal);
    }

    private Task<Ended> RunAsync((string Name, string Value)[] environment, params string[] arguments) =>
        AgentBinary.RunAsync(
            environment
                .Append(("AGENT_STATE_DIR", Path.Combine(folder, "state")))
                .DistinctBy(e => e.Item1, StringComparer.Ordinal)
                .ToDictionary(e => e.Item1, e => e.Item2, StringComparer.Ordinal),
            arguments
        );

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
