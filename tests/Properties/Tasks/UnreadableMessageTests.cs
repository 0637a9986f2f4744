using System.Text;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks;

public sealed class UnreadableMessageTests
{
    private const string Good = """{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{}}""";

    [Fact]
    public void An_entry_without_data_is_invalid()
    {
        var bad = Assert.IsType<IncomingMessage.Unreadable>(IncomingReader.Read("task", None, Messages.Limits));
        Assert.Equal("invalid_task", bad.Cause.Code);
        Assert.True(bad.TaskId.IsNone && bad.TaskType.IsNone);
    }

    [Fact]
    public void Data_alone_is_enough() => Assert.IsType<IncomingMessage.Work>(Messages.Read(Good));

    [Fact]
    public void The_type_inside_the_data_wins() =>
        Assert.IsType<IncomingMessage.Work>(Messages.Read(Good, type: "config"));

    [Fact]
    public void Without_a_type_inside_the_entrys_own_holds() =>
        Assert.IsType<IncomingMessage.Work>(
            Messages.Read("""{"task_id":"t-1","task_type":"db_schemas","params":{}}""", type: "task")
        );

    [Fact]
    public void Without_any_type_it_is_invalid()
    {
        var bad = Assert.IsType<IncomingMessage.Unreadable>(
            Messages.Read("""{"task_id":"t-1","task_type":"db_schemas","params":{}}""")
        );
        Assert.Equal((Some("t-1"), Some("db_schemas")), (bad.TaskId, bad.TaskType));
        Assert.Contains("type: is required", bad.Cause.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Broken =>
        new()
        {
            { "not JSON", Good[..^1] },
            { "two documents", Good + Good },
            {
                "a repeated field",
                """{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{"a":1,"a":2}}"""
            },
            {
                "a repeated field in other letters",
                """{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{"a":1,"\u0061":2}}"""
            },
            {
                "half a surrogate pair",
                """{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{"a":"\ud800"}}"""
            },
            { "too deep", $$"""{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{{Nested(64)}}}""" },
            {
                "a number without end",
                $$"""{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{"a":{{new string('9', 5000)}} } }"""
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_can_be_read_of_a_broken_task_is_answered_with(string what, string json)
    {
        var bad = Assert.IsType<IncomingMessage.Unreadable>(Messages.Read(json));
        Assert.True(bad.Cause.Code == "invalid_task", what);
        Assert.Equal((Some("t-1"), Some("db_schemas")), (bad.TaskId, bad.TaskType));
    }

    [Fact]
    public void Sixty_four_levels_are_still_read() =>
        Assert.IsType<IncomingMessage.Work>(
            Messages.Read(
                $$"""{"type":"task","task_id":"t-1","task_type":"db_schemas","params":{"a":{{Nested(62)}} } }"""
            )
        );

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_invalid()
    {
        var data = Encoding.UTF8.GetBytes(Good.Replace("{}", "{\"a\":\"?\"}", StringComparison.Ordinal));
        data[System.Array.IndexOf(data, (byte)'?')] = 0xFF;
        var bad = Assert.IsType<IncomingMessage.Unreadable>(Messages.Read(data));
        Assert.Equal(Some("t-1"), bad.TaskId);
        Assert.Contains("UTF-8", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_over_the_size_limit_is_not_parsed_but_its_id_is_told()
    {
        var start = Encoding.UTF8.GetBytes(
            """{"type":"task","task_id":"t-1","task_type":"db_query","params":{"query":" """
        );
        var data = new byte[(16 * 1024 * 1024) + 1];
        data.AsSpan().Fill((byte)' ');
        start.CopyTo(data.AsSpan());
        var bad = Assert.IsType<IncomingMessage.Unreadable>(Messages.Read(data));
        Assert.Equal((Some("t-1"), Some("db_query")), (bad.TaskId, bad.TaskType));
        Assert.Contains("longer than", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"task\"")]
    public void Data_that_is_no_object_is_invalid(string json) =>
        Assert.Equal("invalid_task", Assert.IsType<IncomingMessage.Unreadable>(Messages.Read(json, "task")).Cause.Code);

    [Theory]
    [InlineData("task_id", "17")]
    [InlineData("task_id", "\"\"")]
    [InlineData("task_type", "5")]
    [InlineData("params", "[]")]
    [InlineData("params", "null")]
    [InlineData("timeout_seconds", "0")]
    [InlineData("timeout_seconds", "-1")]
    [InlineData("timeout_seconds", "1.5")]
    [InlineData("timeout_seconds", "\"60\"")]
    [InlineData("timeout_seconds", "true")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("created_at", "\"2026-11-22T10:00:00\"")]
    [InlineData("expires_at", "1732269000")]
    [InlineData("traceparent", "{}")]
    public void A_field_of_the_wrong_form_is_named(string field, string json)
    {
        var bad = Messages.Task(TaskTypes.DbSchemas).With(field, json).ReadBad();
        Assert.Equal("invalid_task", bad.Cause.Code);
        Assert.Contains($"{field}:", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task_id")]
    [InlineData("task_type")]
    [InlineData("params")]
    public void A_missing_field_is_named(string field) =>
        Assert.Contains(
            $"{field}: is required",
            Messages.Task(TaskTypes.DbSchemas).Without(field).ReadBad().Cause.Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("db_columns", "{}", "params.table")]
    [InlineData("db_sample", """{"table":1}""", "params.table")]
    [InlineData("db_sample", """{"table":"t","limit":0}""", "params.limit")]
    [InlineData("db_sample", """{"table":"t","limit":"10"}""", "params.limit")]
    [InlineData("db_query", "{}", "params.query")]
    [InlineData("db_query", """{"query":"q","max_rows":0}""", "params.max_rows")]
    [InlineData("db_query", """{"query":"q","max_rows":2.5}""", "params.max_rows")]
    [InlineData("db_query", """{"query":"q","format":"csv"}""", "params.format")]
    [InlineData("db_query", """{"query":"q","parameters":[1]}""", "params.parameters")]
    [InlineData("db_query", """{"query":"q","parameters":{"a b":1}}""", "params.parameters")]
    [InlineData("db_query", """{"query":"q","parameters":{"p":[[1]]}}""", "params.parameters.p[0]")]
    [InlineData("db_query", """{"query":"q","parameters":{"p":1e999}}""", "params.parameters.p")]
    [InlineData("db_query", """{"query":"q","context":[]}""", "params.context")]
    [InlineData("db_query", """{"query":"q","context":{"tables":[{}]}}""", "params.context.tables[0].name")]
    [InlineData(
        "db_query",
        """{"query":"q","context":{"tables":[{"name":"t","fields":[{"name":"f","sensitive":"yes"}]}]}}""",
        "params.context.tables[0].fields[0].sensitive"
    )]
    [InlineData("classify_fields", "{}", "params")]
    [InlineData("classify_fields", """{"fields":[{"samples":[]}]}""", "params.fields[0].name")]
    public void A_parameter_of_the_wrong_form_is_named_by_its_path(string type, string parameters, string path)
    {
        var message = $$"""{"type":"task","task_id":"t-1","task_type":"{{type}}","params":{{parameters}}}""";
        var bad = Assert.IsType<IncomingMessage.Unreadable>(Messages.Read(message));
        Assert.Equal("invalid_task", bad.Cause.Code);
        Assert.Equal((Some("t-1"), Some(type)), (bad.TaskId, bad.TaskType));
        Assert.Contains($" {path}: ", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var bad = Messages
            .Task(TaskTypes.DbSample, """{"limit":0}""")
            .With("timeout_seconds", "0")
            .With("created_at", "1")
            .ReadBad();
        foreach (var path in new[] { "params.table", "params.limit", "timeout_seconds", "created_at" })
            Assert.Contains($"{path}: ", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_faults_gives_a_short_answer()
    {
        var fields = string.Join(',', Enumerable.Repeat("""{"x":1}""", 50_000));
        var bad = Messages.Task(TaskTypes.ClassifyFields, $$"""{"fields":[{{fields}}]}""").ReadBad();
        Assert.InRange(bad.Cause.Message.Length, 1, 5_000);
    }

    [Fact]
    public void A_wrong_value_is_never_repeated()
    {
        var bad = Messages.Task(TaskTypes.DbQuery, """{"query":"q","format":"hunter2-secret"}""").ReadBad();
        Assert.DoesNotContain("hunter2", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_task_type_is_told_apart_and_what_is_known_is_listed()
    {
        var bad = Messages.Task("db_dance").ReadBad();
        Assert.Equal("unknown_task_type", bad.Cause.Code);
        Assert.Equal((Some("t-1"), Some("db_dance")), (bad.TaskId, bad.TaskType));
        Assert.Contains("pipeline_validate", bad.Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_message_type_is_answered_as_an_invalid_task() =>
        Assert.Equal("invalid_task", Messages.Task(TaskTypes.DbSchemas).With("type", "\"tusk\"").ReadBad().Cause.Code);

    [Fact]
    public void An_id_of_128_characters_is_the_longest()
    {
        var longest = Messages.Task(TaskTypes.DbSchemas).With("task_id", Messages.Quoted(new string('x', 128)));
        Assert.Equal(128, longest.ReadTask().Id.Value.Length);
        Assert.True(longest.With("task_id", Messages.Quoted(new string('x', 129))).ReadBad().TaskId.IsNone);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
