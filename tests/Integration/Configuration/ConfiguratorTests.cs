using System.Text;
using Causum.Application.Configuration;
using Causum.Domain.Config;
using Causum.Domain.Messages;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Causum.Integration.Support;
using Microsoft.Extensions.Time.Testing;

namespace Causum.Integration.Configuration;

/// <summary>What becomes of a configuration and of the parts it opens (protocol §5, §9).</summary>
public sealed class ConfiguratorTests : IAsyncLifetime
{
    private const string Database = """
        "database":{"type":"postgresql","auth_type":"password",
          "secret_mapping":{"username":"DB_USER","password":"DB_PASS","host":"DB_HOST","database":"DB_NAME"}}
        """;
    private const string Llm = """
        "llm":{"auth_type":"api_key","endpoint":"https://llm.example/v1","model":"m-1","secret_mapping":{"api_key":"LLM_KEY"}}
        """;
    private const string Both = $$"""{"config_id":"c-1",{{Database}},{{Llm}}}""";

    private readonly FakeDatabases databases = new();
    private readonly FakeModels models = new();
    private readonly FakeSecrets secrets = new();
    private readonly FakeState state = new();
    private readonly FakeTimeProvider time = new();
    private readonly CapturedLog<Configurator> log = new();
    private readonly List<Configurator> made = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var configurator in made)
            await configurator.DisposeAsync();
    }

    [Fact]
    public async Task A_good_config_is_applied_with_its_parts_and_kept_for_the_next_start()
    {
        var configurator = Make();
        var applied = await ApplyAsync(configurator, Both);
        Assert.True(applied.Applied);
        Assert.Equal("c-1", applied.ConfigId);
        Assert.Equal(DataMode.Llm, applied.Mode);
        Assert.Equal("planted-password", Assert.Single(databases.Opened).Secrets["password"]);
        Assert.Single(models.Opened);

        var next = Make();
        var restored = (await next.RestoreAsync(default)).IfNone(() => throw new InvalidOperationException());
        Assert.Equal(ConfigSource.Cache, restored.Source);
        Assert.Equal("c-1", restored.ConfigId);
    }

    [Fact]
    public async Task Neither_cache_nor_log_nor_answer_holds_a_secret()
    {
        var configurator = Make();
        var applied = await ApplyAsync(configurator, Both);
        await configurator.CheckAsync(Redis, default);
        var told = string.Join('\n', log.Lines) + applied + Encoding.UTF8.GetString(state.Documents.Values.Single());
        Assert.DoesNotContain("planted", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_config_leaves_the_one_in_force_untouched()
    {
        var configurator = Make();
        await ApplyAsync(configurator, Both);
        var refused = await ApplyAsync(
            configurator,
            """{"config_id":"c-2","database":{"type":"postgresql","password":"x"}}"""
        );
        Assert.False(refused.Applied);
        Assert.Equal("c-2", refused.ConfigId);
        Assert.True(refused.Mode.IsNone);
        Assert.Equal("c-1", configurator.Current.Bind(w => w.Config.ConfigId));
        Assert.Equal(0, databases.Opened.Single().Closed);
        Assert.Contains("c-1", Encoding.UTF8.GetString(state.Documents.Values.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_part_that_changed_is_opened_again()
    {
        var configurator = Make();
        await ApplyAsync(configurator, Both);
        await ApplyAsync(configurator, Both.Replace("m-1", "m-2", StringComparison.Ordinal));
        Assert.Single(databases.Opened);
        Assert.Equal(0, databases.Opened[0].Closed);
        Assert.Equal(["m-1", "m-2"], models.Opened.Select(m => m.Model));
        Assert.Equal([1, 0], models.Opened.Select(m => m.Closed));
    }

    [Fact]
    public async Task A_replaced_part_is_closed_only_after_the_last_task_that_uses_it()
    {
        var configurator = Make();
        await ApplyAsync(configurator, Both);
        var first = configurator.Lease().IfNone(() => throw new InvalidOperationException());
        var second = configurator.Lease().IfNone(() => throw new InvalidOperationException());
        await ApplyAsync(configurator, """{"config_id":"c-2"}""");
        Assert.Equal("c-1", first.Workspace.Config.ConfigId);
        Assert.Equal(0, databases.Opened[0].Closed);
        await first.DisposeAsync();
        await first.DisposeAsync();
        Assert.Equal(0, databases.Opened[0].Closed);
        await second.DisposeAsync();
        Assert.Equal(1, databases.Opened[0].Closed);
        Assert.Equal(1, models.Opened[0].Closed);
    }

    [Fact]
    public async Task A_missing_secret_is_applied_reported_and_heals_without_a_restart()
    {
        secrets.Values.TryRemove("DB_PASS", out _);
        var configurator = Make();
        var applied = await ApplyAsync(configurator, Both);
        Assert.True(applied.Applied);
        var workspace = configurator.Current.IfNone(() => throw new InvalidOperationException());
        Assert.Equal("secret_provider_error", Outcomes.Left(workspace.Database).Code);
        Assert.True(workspace.Model.IsRight);
        Assert.Equal(ComponentStatus.Failed, configurator.States(Redis).Secrets.Status);

        secrets.Values["DB_PASS"] = "planted-password";
        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return configurator.Current.Exists(w => w.Database.IsRight);
            },
            "the database is opened once its secret is there"
        );
        Assert.Equal(ComponentStatus.Ok, configurator.States(Redis).Secrets.Status);
        Assert.Single(models.Opened);
    }

    [Fact]
    public async Task While_the_store_is_down_values_already_known_keep_working()
    {
        var configurator = Make();
        await ApplyAsync(configurator, Both);
        secrets.Values.Clear();
        var states = await configurator.CheckAsync(Redis, default);
        Assert.Equal(ComponentStatus.Failed, states.Secrets.Status);
        Assert.Equal(ComponentStatus.Ok, states.Database.Status);
        Assert.True(configurator.Current.Exists(w => w.Database.IsRight));
        Assert.Single(databases.Opened);
    }

    [Fact]
    public async Task A_rotated_secret_opens_the_part_again()
    {
        var configurator = Make();
        await ApplyAsync(configurator, Both);
        secrets.Values["DB_PASS"] = "rotated";
        await configurator.CheckAsync(Redis, default);
        Assert.Equal(["planted-password", "rotated"], databases.Opened.Select(d => d.Secrets["password"]));
        Assert.Equal([1, 0], databases.Opened.Select(d => d.Closed));
    }

    [Fact]
    public async Task A_check_tells_what_each_part_says()
    {
        var configurator = Make();
        Assert.Equal(ComponentStatus.Unknown, configurator.States(Redis).Database.Status);
        await ApplyAsync(configurator, $$"""{ {{Database}} }""");
        databases.Opened[0].Answer = TaskFailure.Database(
            DatabaseFault.AuthFailed,
            "Login refused.",
            "Check the login."
        );
        var states = await configurator.CheckAsync(Redis, default);
        Assert.Equal(ComponentStatus.Failed, states.Database.Status);
        Assert.Equal("Login refused.", states.Database.Error);
        Assert.Equal(ComponentStatus.Disabled, states.Llm.Status);
        databases.Opened[0].Answer = new TaskResult.DatabaseValidated(DatabaseType.Postgresql, "1", true, 1, []);
        Assert.Equal(ComponentStatus.Ok, (await configurator.CheckAsync(Redis, default)).Database.Status);
    }

    [Fact]
    public async Task What_an_adapter_finds_wrong_before_any_network_refuses_the_config()
    {
        var configurator = Make();
        databases.Refuse = TaskFailure.Configuration(Component.Database, "The file is not there.");
        var refused = await ApplyAsync(
            configurator,
            """{"database":{"type":"sqlite","auth_type":"local_file","path":"/nowhere.db"}}"""
        );
        Assert.Equal(["database.path invalid_value"], refused.Errors.Select(e => $"{e.Path} {e.Code}"));
        Assert.True(configurator.Current.IsNone);
    }

    public static TheoryData<LocalPolicy, string> Policies() =>
        new()
        {
            {
                new LocalPolicy { Secrets = Some<IReadOnlyList<Glob>>([new Glob("LLM_*", false)]) },
                "database.secret_mapping.database database.secret_mapping.host database.secret_mapping.password database.secret_mapping.username"
            },
            {
                new LocalPolicy { DatabaseHosts = Some<IReadOnlyList<Glob>>([new Glob("*.other.example", true)]) },
                "database.secret_mapping.host"
            },
            {
                new LocalPolicy { LlmModels = Some<IReadOnlyList<string>>(["m-9"]) },
                "llm.model"
            },
            {
                new LocalPolicy { LlmEndpoints = Some<IReadOnlyList<EndpointPattern>>([Pattern("https://other/.*")]) },
                "llm.endpoint"
            },
        };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task What_the_local_policy_forbids_is_refused_where_it_stands(LocalPolicy policy, string paths)
    {
        var refused = await ApplyAsync(Make(policy), Both);
        Assert.Equal(paths, string.Join(' ', refused.Errors.Select(e => e.Path.ToString())));
        Assert.All(refused.Errors, e => Assert.Equal("policy_denied", e.Code));
        Assert.Empty(databases.Opened);
        Assert.Empty(models.Opened);
    }

    [Fact]
    public async Task A_policy_that_denies_passthrough_blocks_rows_and_says_so()
    {
        var configurator = Make(new LocalPolicy { DenyPassthrough = true });
        var applied = await ApplyAsync(configurator, $$"""{ {{Database}} }""");
        Assert.Equal(DataMode.Blocked, applied.Mode);
        Assert.Equal(DataMode.Blocked, configurator.Current.Map(w => w.Mode));
        Assert.NotEmpty(applied.Warnings);
    }

    [Fact]
    public async Task The_operators_own_file_goes_before_the_cache()
    {
        var configurator = Make();
        await ApplyAsync(configurator, Both);
        var own = Make(file: new FileConfiguration(Some<ReadOnlyMemory<byte>>("""{"config_id":"own"}"""u8.ToArray())));
        var restored = (await own.RestoreAsync(default)).IfNone(() => throw new InvalidOperationException());
        Assert.Equal(ConfigSource.File, restored.Source);
        Assert.Equal("own", restored.ConfigId);
    }

    [Fact]
    public async Task A_cached_config_is_for_its_own_agent_key_only()
    {
        await ApplyAsync(Make(), Both);
        Assert.True((await Make(agentKey: "other").RestoreAsync(default)).IsNone);
    }

    private static ComponentState Redis => new(ComponentStatus.Ok, DateTimeOffset.UnixEpoch, None, None);

    private static EndpointPattern Pattern(string text) =>
        EndpointPattern
            .Create(Domain.Input.FieldPath.Root, text)
            .Match(Succ: pattern => pattern, Fail: _ => throw new InvalidOperationException());

    private Configurator Make(LocalPolicy? policy = null, FileConfiguration? file = null, string agentKey = "acme")
    {
        var configurator = new Configurator(
            [databases],
            models,
            [secrets],
            state,
            policy ?? LocalPolicy.None,
            new AgentSettings
            {
                Connection = ConnectionToken.Local with { AgentKey = agentKey },
                InstanceId = "i-1",
                StateDirectory = "memory",
                Log = new LogSettings(Verbosity.Info, LogFormat.Text, None),
                Concurrency = 4,
            },
            file ?? FileConfiguration.None,
            time,
            log
        );
        made.Add(configurator);
        return configurator;
    }

    private static Task<AgentMessage.ConfigApplied> ApplyAsync(Configurator configurator, string json) =>
        configurator.ApplyAsync(Encoding.UTF8.GetBytes(json), ConfigSource.ControlPlane, default);
}
