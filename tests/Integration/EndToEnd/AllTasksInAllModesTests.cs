using System.Text.Json.Nodes;
using Causum.Integration.Support;

namespace Causum.Integration.EndToEnd;

/// <summary>The shipped binary, driven through real Redis by an orchestrator that knows the protocol page and nothing else.</summary>
[Collection(EndToEndCollection.Name)]
public sealed class AllTasksInAllModesTests(EndToEndServers servers)
{
    private const string Planted = "planted-model-key-7c1f";

    public static TheoryData<string> Databases => ["postgresql", "mariadb", "sqlite", "duckdb"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Passthrough_sends_rows_as_they_are(string type)
    {
        var target = servers.Target(type);
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        var applied = await agent.Orchestrator.ConfigureAsync(Config(target));
        Assert.Equal("applied", Text(applied, "status"));
        Assert.Equal("passthrough", Text(applied, "mode"));
        Assert.Equal("control_plane", Text(applied, "source"));

        await IntrospectionAnswers(agent, target, defaultsAreMasked: false);

        var rows = await agent.Orchestrator.AskAsync(
            "db_query",
            Query("SELECT id, full_name FROM customers ORDER BY id")
        );
        var result = Success(rows);
        Assert.Equal("rows", Text(result, "format"));
        Assert.Equal(SampleData.PeopleCount, (int)result["row_count"]!);
        Assert.False((bool)result["truncated"]!);
        Assert.False(result.ContainsKey("receipt"));
        Assert.Equal("Zephyrine Quillfeather", (string?)result["rows"]![0]![1]);

        var sample = Success(
            await agent.Orchestrator.AskAsync("db_sample", new JsonObject { ["table"] = "customers", ["limit"] = 2 })
        );
        Assert.Equal(2, (int)sample["row_count"]!);
        Assert.True((bool)sample["truncated"]!);

        Assert.Equal("llm_not_configured", Code(await agent.Orchestrator.AskAsync("classify_fields", Table())));
        Assert.Equal("llm_not_configured", Code(await agent.Orchestrator.AskAsync("llm_validate")));
        var pipeline = Success(await agent.Orchestrator.AskAsync("pipeline_validate"));
        Assert.True((bool)pipeline["database"]!["ok"]!);
        Assert.False((bool)pipeline["llm"]!["configured"]!);
        Assert.False((bool)pipeline["desensitization"]!["active"]!);

        // The hunt finds what is there: in this mode rows do leave, by the configuration's choice and in the result alone.
        Assert.Contains(SampleData.Canaries[0], await agent.Orchestrator.EverythingAsync(), StringComparison.Ordinal);
        SecretsHunt.AssertAbsent("logs and state", agent.Traces, SampleData.Canaries);
        await NoSecretLeft(agent, target);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Blocked_sends_no_row_at_all(string type)
    {
        var target = servers.Target(type);
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        var applied = await agent.Orchestrator.ConfigureAsync(
            Config(target, new JsonObject { ["enabled"] = false, ["llm_passthrough"] = false })
        );
        Assert.Equal("blocked", Text(applied, "mode"));

        await IntrospectionAnswers(agent, target, defaultsAreMasked: false);
        Assert.Equal(
            "data_blocked",
            Code(await agent.Orchestrator.AskAsync("db_query", Query("SELECT * FROM customers")))
        );
        Assert.Equal("data_blocked", Code(await agent.Orchestrator.AskAsync("db_sample", Table())));
        Assert.Equal("llm_not_configured", Code(await agent.Orchestrator.AskAsync("classify_fields", Table())));
        Assert.Equal("llm_not_configured", Code(await agent.Orchestrator.AskAsync("llm_validate")));
        var pipeline = Success(await agent.Orchestrator.AskAsync("pipeline_validate"));
        Assert.Equal("blocked", Text(pipeline["desensitization"]!.AsObject(), "mode"));

        await NoCanaryLeft(agent);
        await NoSecretLeft(agent, target);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Rules_mask_without_a_model(string type)
    {
        var target = servers.Target(type);
        await using var agent = await RunningAgent.StartAsync(servers, target.Secrets);
        var config = Config(target);
        config["desensitization"] = "rules";
        Assert.Equal("rules", Text(await agent.Orchestrator.ConfigureAsync(config), "mode"));

        await IntrospectionAnswers(agent, target, defaultsAreMasked: true);
        await MaskedDataAnswers(agent, "rules");
        var fields = Success(await agent.Orchestrator.AskAsync("classify_fields", Table()))["fields"]!.AsArray();
        Assert.Equal("sensitive", Field(fields, "email"));
        Assert.Equal("sensitive", Field(fields, "full_name"));
        Assert.Equal("entity_id", Field(fields, "id"));
        Assert.Equal("llm_not_configured", Code(await agent.Orchestrator.AskAsync("llm_validate")));
        var pipeline = Success(await agent.Orchestrator.AskAsync("pipeline_validate"));
        Assert.True((bool)pipeline["desensitization"]!["active"]!);

        await NoCanaryLeft(agent);
        await NoSecretLeft(agent, target);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_model_gets_masked_rows_and_writes_the_text(string type)
    {
        await using var model = await StubModel.StartAsync();
        model.Answer = StubModelAnswers.Honest;
        model.Credential = new("Authorization", $"Bearer {Planted}");
        var target = servers.Target(type);
        var secrets = new Dictionary<string, string>(target.Secrets, StringComparer.Ordinal)
        {
            ["MODEL_KEY"] = Planted,
        };
        await using var agent = await RunningAgent.StartAsync(servers, secrets);
        var llm = new JsonObject
        {
            ["enabled"] = true,
            ["endpoint"] = model.Endpoint,
            ["auth_type"] = "api_key",
            ["model"] = "gpt-4o-mini",
            ["secret_mapping"] = new JsonObject { ["api_key"] = "MODEL_KEY" },
            ["token_limit"] = 128000,
        };
        Assert.Equal("llm", Text(await agent.Orchestrator.ConfigureAsync(Config(target, llm)), "mode"));

        await IntrospectionAnswers(agent, target, defaultsAreMasked: true);
        await MaskedDataAnswers(agent, "llm");
        var fields = Success(await agent.Orchestrator.AskAsync("classify_fields", Table()))["fields"]!.AsArray();
        Assert.Equal("sensitive", Field(fields, "email"));
        var check = Success(await agent.Orchestrator.AskAsync("llm_validate"));
        Assert.True((bool)check["ok"]!);
        Assert.Equal(128000, (int)check["token_limit"]!);
        Assert.Equal("config", Text(check, "token_limit_source"));
        var pipeline = Success(await agent.Orchestrator.AskAsync("pipeline_validate"));
        Assert.True((bool)pipeline["llm"]!["ok"]!);

        await NoCanaryLeft(agent);
        await NoSecretLeft(agent, target, Planted);
        Assert.NotEmpty(model.Requests);
        foreach (
            var body in model.Requests.Select(r => r.Body).Where(b => !b.Contains("samples", StringComparison.Ordinal))
        )
            SecretsHunt.AssertAbsent("a transform request to the model", body, SampleData.Canaries);
    }

    private static async Task IntrospectionAnswers(RunningAgent agent, TargetDatabase target, bool defaultsAreMasked)
    {
        var validated = Success(await agent.Orchestrator.AskAsync("db_validate"));
        Assert.True((bool)validated["ok"]!);
        Assert.Equal(target.Type, Text(validated, "database_type"));
        Assert.True((bool)validated["read_only"]!);

        var schemas = Success(await agent.Orchestrator.AskAsync("db_schemas"))["schemas"]!.AsArray();
        Assert.Contains(target.DefaultSchema, schemas.Select(s => (string?)s));
        Assert.DoesNotContain("information_schema", schemas.Select(s => (string?)s));

        var tables = Success(await agent.Orchestrator.AskAsync("db_tables"));
        Assert.Equal(target.DefaultSchema, Text(tables, "schema"));
        Assert.Equal(
            [("customers", "table"), ("open_orders", "view"), ("orders", "table")],
            tables["tables"]!.AsArray().Select(t => ((string?)t!["name"], (string?)t["kind"]))
        );

        var columns = Success(await agent.Orchestrator.AskAsync("db_columns", Table()))["columns"]!.AsArray();
        Assert.Equal(
            ["id", "full_name", "email", "phone", "iban", "birth_date", "status", "notes"],
            columns.Select(c => (string?)c!["name"])
        );
        Assert.True((bool)columns[0]!["primary_key"]!);
        Assert.False((bool)columns[0]!["nullable"]!);
        Assert.Equal(1, (int)columns[0]!["ordinal"]!);
        if (!defaultsAreMasked)
            Assert.Contains("active", (string?)columns[6]!["default"], StringComparison.Ordinal);

        Assert.Equal(
            "query_refused",
            Code(await agent.Orchestrator.AskAsync("db_query", Query("DELETE FROM customers")))
        );
        Assert.Equal(
            "invalid_identifier",
            Code(
                await agent.Orchestrator.AskAnythingAsync("db_columns", new JsonObject { ["table"] = "customers; --" })
            )
        );
        var missing = await agent.Orchestrator.AskAsync("db_columns", new JsonObject { ["table"] = "no_such_table" });
        Assert.Equal("database_error", Code(missing));
        Assert.Equal("table_not_found", Text(missing["error"]!.AsObject(), "category"));
    }

    private static async Task MaskedDataAnswers(RunningAgent agent, string mode)
    {
        var query = Query(
            "SELECT id, full_name, email, phone, iban, birth_date, status, notes FROM customers ORDER BY id"
        );
        var text = Success(await agent.Orchestrator.AskAsync("db_query", query));
        Assert.Equal("text", Text(text, "format"));
        Assert.Equal(SampleData.PeopleCount, (int)text["row_count"]!);
        Assert.Equal(mode, Text(text["receipt"]!.AsObject(), "mode"));
        Assert.Equal("passed", Text(text["receipt"]!.AsObject(), "leak_check"));
        Assert.Contains("NAM_", Text(text, "text"), StringComparison.Ordinal);

        var asRows = Query("SELECT id, full_name, email FROM customers WHERE id = :id");
        asRows["format"] = "rows";
        asRows["parameters"] = new JsonObject { ["id"] = 1 };
        var rows = Success(await agent.Orchestrator.AskAsync("db_query", asRows));
        Assert.Equal(1, (int)rows["row_count"]!);
        Assert.Equal(1, (int)rows["rows"]![0]![0]!);
        Assert.Matches("^NAM_[0-9a-f]{8}$", (string?)rows["rows"]![0]![1]);
        Assert.Matches("^EML_[0-9a-f]{8}$", (string?)rows["rows"]![0]![2]);

        var sample = Success(await agent.Orchestrator.AskAsync("db_sample", Table()));
        Assert.Equal("rows", Text(sample, "format"));
        Assert.Equal((string?)rows["rows"]![0]![2], (string?)sample["rows"]![0]![2]);
    }

    private static async Task NoCanaryLeft(RunningAgent agent)
    {
        SecretsHunt.AssertAbsent("the streams", await agent.Orchestrator.EverythingAsync(), SampleData.Canaries);
        SecretsHunt.AssertAbsent("logs and state", agent.Traces, SampleData.Canaries);
    }

    private static async Task NoSecretLeft(RunningAgent agent, TargetDatabase target, params string[] more)
    {
        var planted = target.Secrets.Where(s => s.Key == "DB_PASS").Select(s => s.Value).Concat(more).ToList();
        SecretsHunt.AssertAbsent("the streams", await agent.Orchestrator.EverythingAsync(), planted);
        SecretsHunt.AssertAbsent("logs and state", agent.Traces, planted);
    }

    private static JsonObject Config(TargetDatabase target, JsonObject? llm = null)
    {
        var config = new JsonObject
        {
            ["secret_store"] = new JsonObject { ["provider"] = "env" },
            ["database"] = target.Config,
        };
        if (llm is not null)
            config["llm"] = llm;
        return config;
    }

    private static JsonObject Query(string sql) => new() { ["query"] = sql };

    private static JsonObject Table() => new() { ["table"] = "customers" };

    private static JsonObject Success(JsonObject message)
    {
        Assert.True(Text(message, "status") == "success", message.ToJsonString());
        return message["result"]!.AsObject();
    }

    private static string Code(JsonObject message)
    {
        Assert.True(Text(message, "status") == "error", message.ToJsonString());
        return Text(message["error"]!.AsObject(), "code");
    }

    private static string Text(JsonObject from, string field) => from[field]!.GetValue<string>();

    private static string Field(JsonArray fields, string name) =>
        (string)fields.Single(f => (string?)f!["name"] == name)!["classification"]!;
}
