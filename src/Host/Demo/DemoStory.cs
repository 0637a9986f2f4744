using System.Text.Json.Nodes;

namespace Causum.Host.Demo;

/// <summary>What the scripted control plane says, and what a person should see in the answers.</summary>
internal sealed class DemoStory(DemoConversation conversation, DemoScreen screen)
{
    private const string Query =
        "SELECT id, full_name, email, phone, iban, birth_date, city, status, notes FROM customers ORDER BY id";

    /// <summary>Registers the agent and gives it a config.</summary>
    public async Task ConnectAsync(JsonObject config)
    {
        screen.Heading("The agent registers and asks for a config");
        var registration = await conversation.HearAsync("instance_register");
        await conversation.HearAsync("config_request");
        await conversation.SayAsync(
            new JsonObject
            {
                ["type"] = "instance_register_ack",
                ["instance_id"] = (string?)registration["instance_id"],
                ["accepted"] = true,
            }
        );
        await conversation.SayAsync(config);
        var applied = await conversation.HearAsync("config_applied");
        if ((string?)applied["status"] != "applied")
            throw new DemoEndedException(
                $"The agent rejected the config: {string.Join("; ", applied["errors"]!.AsArray().Select(e => $"{e!["path"]} {e["message"]}"))}"
            );
        await conversation.HearAsync("validation_report");
        await conversation.HearAsync("heartbeat");
    }

    /// <summary>One task of each type.</summary>
    public async Task RunEveryTaskAsync()
    {
        screen.Heading("Every task type");
        await conversation.AskAsync("db_validate");
        await conversation.AskAsync("db_schemas");
        var tables = await conversation.AskAsync("db_tables");
        var table =
            (string?)tables["result"]?["tables"]?.AsArray().FirstOrDefault()?["name"]
            ?? throw new DemoEndedException(
                "The database has no table in its default schema; name another with --database."
            );
        await conversation.AskAsync("db_columns", new JsonObject { ["table"] = table });
        await conversation.AskAsync("db_sample", new JsonObject { ["table"] = table, ["limit"] = 2 });
        await conversation.AskAsync("db_query", new JsonObject { ["query"] = $"SELECT * FROM {table}" });
        await conversation.AskAsync("classify_fields", new JsonObject { ["table"] = table });
        await conversation.AskAsync("llm_validate");
        await conversation.AskAsync("pipeline_validate");
    }

    /// <summary>The same rows before and after, for the sample database.</summary>
    public async Task ShowBeforeAndAfterAsync(SampleDatabase sample)
    {
        var answer = await conversation.AskAsync("db_query", new JsonObject { ["query"] = Query, ["format"] = "rows" });
        screen.Heading("Before and after: what is in the database, and what left");
        var result = answer["result"]!.AsObject();
        var columns = result["columns"]!.AsArray().Select(c => (string)c!["name"]!).ToList();
        screen.BeforeAndAfter(columns, sample.Read(Query, limit: 2), result);
        screen.Receipt(result);
    }

    /// <summary>What the agent does not do, whoever asks.</summary>
    public async Task ShowRefusalsAsync()
    {
        screen.Heading("Refused");
        string[] queries =
        [
            "DELETE FROM customers",
            "SELECT 1; DROP TABLE customers",
            "SELECT * FROM customers /* harmless */ INTO OUTFILE '/tmp/x'",
            "SELECT load_extension('/tmp/evil.so')",
            "PRAGMA writable_schema = 1",
        ];
        foreach (var query in queries)
            screen.Refused(query, await conversation.AskAsync("db_query", new JsonObject { ["query"] = query }));
        screen.Refused(
            "db_columns of \"customers; --\"",
            await conversation.AskAsync("db_columns", new JsonObject { ["table"] = "customers; --" })
        );
        screen.Refused("a task without a query", await conversation.AskAsync("db_query"));
    }
}
