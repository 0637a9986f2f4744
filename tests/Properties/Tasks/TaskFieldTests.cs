using System.Globalization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks;

public sealed class TaskFieldTests
{
    [Theory]
    [InlineData("db_validate", "{}")]
    [InlineData("db_schemas", "{}")]
    [InlineData("db_tables", "{}")]
    [InlineData("db_columns", """{"table":"t"}""")]
    [InlineData("db_sample", """{"table":"t"}""")]
    [InlineData("db_query", """{"query":"SELECT 1"}""")]
    [InlineData("classify_fields", """{"table":"t"}""")]
    [InlineData("llm_validate", "{}")]
    [InlineData("pipeline_validate", "{}")]
    public void Every_task_type_is_read_with_the_least_it_needs(string type, string parameters)
    {
        var task = Messages.Task(type, parameters).ReadTask();
        Assert.Equal(type, task.Payload.TaskType);
        Assert.Equal(Some(TimeSpan.FromSeconds(300)), task.Timeout);
        Assert.True(task.CreatedAt.IsNone && task.ExpiresAt.IsNone && task.TraceParent.IsNone);
    }

    [Fact]
    public void All_task_types_are_covered_above() => Assert.Equal(9, TaskTypes.All.Count);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("60", 60)]
    [InlineData("60.0", 60)]
    [InlineData("900", 900)]
    [InlineData("901", 900)]
    [InlineData("1e999", 900)]
    [InlineData("99999999999999999999999999", 900)]
    [InlineData("null", 300)]
    public void The_time_limit_is_bounded(string given, int seconds) =>
        Assert.Equal(
            Some(TimeSpan.FromSeconds(seconds)),
            Messages.Task(TaskTypes.DbSchemas).With("timeout_seconds", given).ReadTask().Timeout
        );

    [Theory]
    [InlineData("10", null, 10)]
    [InlineData("10000", null, 10_000)]
    [InlineData("10001", null, 10_000)]
    [InlineData(null, null, 10_000)]
    [InlineData(null, 500, 500)]
    [InlineData("400", 500, 400)]
    [InlineData("501", 500, 500)]
    public void The_rows_of_a_query_are_bounded_by_the_agents_own_limit(string? given, int? bound, int rows)
    {
        var message = Messages.Task(TaskTypes.DbQuery, """{"query":"SELECT 1"}""");
        if (given is not null)
            message["params"]!["max_rows"] = int.Parse(given, CultureInfo.InvariantCulture);
        var limits = Messages.Limits with { MaxRows = bound ?? Messages.Limits.MaxRows };
        var read = IncomingReader.Read(
            None,
            Some<ReadOnlyMemory<byte>>(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString())),
            limits
        );
        var task = Assert.IsType<Domain.Messages.IncomingMessage.Work>(read).Task;
        Assert.Equal(rows, Assert.IsType<TaskPayload.DbQuery>(task.Payload).MaxRows);
    }

    [Theory]
    [InlineData("{}", 10)]
    [InlineData("""{"limit":1}""", 1)]
    [InlineData("""{"limit":100}""", 100)]
    [InlineData("""{"limit":101}""", 100)]
    public void A_sample_has_ten_rows_unless_said_and_at_most_a_hundred(string parameters, int limit)
    {
        var message = Messages.Task(TaskTypes.DbSample, parameters);
        message["params"]!["table"] = "t";
        Assert.Equal(limit, Assert.IsType<TaskPayload.DbSample>(message.ReadTask().Payload).Limit);
    }

    [Theory]
    [InlineData("{}", 20)]
    [InlineData("""{"sample_limit":7}""", 7)]
    [InlineData("""{"sample_limit":1000}""", 100)]
    public void Classification_takes_twenty_samples_unless_said(string parameters, int limit)
    {
        var message = Messages.Task(TaskTypes.ClassifyFields, parameters);
        message["params"]!["table"] = "t";
        Assert.Equal(limit, Assert.IsType<TaskPayload.ClassifyFields>(message.ReadTask().Payload).SampleLimit);
    }

    [Fact]
    public void Times_are_read_with_their_zone()
    {
        var task = Messages
            .Task(TaskTypes.DbSchemas)
            .With("created_at", "\"2026-11-22T10:00:00.123Z\"")
            .With("expires_at", "\"2026-11-22T12:00:00+02:00\"")
            .ReadTask();
        Assert.Equal(Some(new DateTimeOffset(2026, 11, 22, 10, 0, 0, 123, TimeSpan.Zero)), task.CreatedAt);
        Assert.Equal(Some(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)), task.ExpiresAt);
    }

    [Fact]
    public void The_trace_context_is_kept_as_it_is() =>
        Assert.Equal(
            Some("00-odd-but-theirs"),
            Messages.Task(TaskTypes.DbSchemas).With("traceparent", "\"00-odd-but-theirs\"").ReadTask().TraceParent
        );

    [Theory]
    [InlineData("1", CellKind.Integer, "1")]
    [InlineData("-9223372036854775808", CellKind.Integer, "-9223372036854775808")]
    [InlineData("9223372036854775808", CellKind.Decimal, "9223372036854775808")]
    [InlineData("1.10", CellKind.Decimal, "1.10")]
    [InlineData("1e3", CellKind.Real, "1000")]
    [InlineData("true", CellKind.Boolean, "true")]
    [InlineData("null", CellKind.Null, "")]
    [InlineData("\"x\"", CellKind.Text, "x")]
    [InlineData("""{"a":1.10}""", CellKind.Json, """{"a":1.10}""")]
    [InlineData("""[1,"a",null]""", CellKind.Array, """[1,"a",null]""")]
    public void A_query_parameter_keeps_its_type_and_digits(string json, CellKind kind, string text)
    {
        // Digits would be lost in a JSON tree, so the message is put together as text.
        var message =
            $$$"""{"type":"task","task_id":"t","task_type":"db_query","params":{"query":"q","parameters":{"p":{{{json}}} } } }""";
        var work = Assert.IsType<Domain.Messages.IncomingMessage.Work>(Messages.Read(message));
        var parameter = Assert.Single(Assert.IsType<TaskPayload.DbQuery>(work.Task.Payload).Parameters);
        Assert.Equal(("p", kind, text), (parameter.Name, parameter.Value.Kind, parameter.Value.ToText()));
    }

    [Fact]
    public void Context_is_read_in_full()
    {
        var query = Messages.ReadPayload<TaskPayload.DbQuery>(
            TaskTypes.DbQuery,
            """{"query":"q","context":{"tables":[{"name":"t","schema":"s","description":"d","fields":[{"name":"f","description":"e","entity_id":true,"sensitive":false}]},{"name":"u"}]}}"""
        );
        Assert.Equal(2, query.Context.Count);
        Assert.Equal(
            ("t", Some("s"), Some("d")),
            (query.Context[0].Name, query.Context[0].Schema, query.Context[0].Description)
        );
        Assert.Equal(new FieldContext("f", "e", true, false), Assert.Single(query.Context[0].Fields));
        Assert.Empty(query.Context[1].Fields);
    }

    [Fact]
    public void Fields_to_classify_come_with_or_without_samples()
    {
        var asked = Messages.ReadPayload<TaskPayload.ClassifyFields>(
            TaskTypes.ClassifyFields,
            """{"fields":[{"name":"a","description":"d","samples":["x",1,[2]]},{"name":"b"}],"table_description":"people"}"""
        );
        Assert.Equal(Some("people"), asked.TableDescription);
        Assert.Equal(["x", "1", "[2]"], asked.Fields[0].Samples.IfNone([]).Select(value => value.ToText()));
        Assert.True(asked.Fields[1].Samples.IsNone && asked.Fields[1].Description.IsNone);
    }

    [Theory]
    [InlineData("{}", ResultFormat.Text)]
    [InlineData("""{"format":"text"}""", ResultFormat.Text)]
    [InlineData("""{"format":"rows"}""", ResultFormat.Rows)]
    public void The_form_of_a_query_is_text_unless_said(string parameters, ResultFormat format)
    {
        var message = Messages.Task(TaskTypes.DbQuery, parameters);
        message["params"]!["query"] = "q";
        Assert.Equal(format, Assert.IsType<TaskPayload.DbQuery>(message.ReadTask().Payload).Format);
    }
}
