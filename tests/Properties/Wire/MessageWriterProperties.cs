using System.Text;
using System.Text.Json;
using Causum.Application.Wire;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Rows;
using Causum.Domain.Tasks;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Wire;

public sealed class MessageWriterProperties
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Envelope Envelope = new("acme", "agent-1", At);
    private static readonly string[] EnvelopeFields =
    [
        "type",
        "schema_version",
        "agent_key",
        "instance_id",
        "timestamp",
    ];

    [Property(MaxTest = 500)]
    public void Any_text_comes_through_and_no_raw_control_character_with_it(NonNull<string> text)
    {
        var data = Write(Answer(Text(text.Get)), long.MaxValue);
        Assert.DoesNotContain(data, b => b < 0x20 || b == 0x7F);
        Assert.Equal(WellFormed(text.Get), Parse(data).GetProperty("result").GetProperty("text").GetString());
    }

    [Property]
    public void Ids_that_the_sender_chose_cannot_break_the_message(NonNull<string> id, NonNull<string> type)
    {
        var answer = Answer(Text("x")) with { TaskId = id.Get, TaskType = type.Get, TraceParent = id.Get };
        var json = Parse(Write(answer, long.MaxValue));
        Assert.Equal(WellFormed(id.Get), json.GetProperty("task_id").GetString());
        Assert.Equal(WellFormed(type.Get), json.GetProperty("task_type").GetString());
    }

    [Property]
    public void Every_message_begins_with_its_envelope(NonNull<string> key)
    {
        var message = new AgentMessage.ConfigRequest(ConfigRequestReason.Reload, None);
        var json = Parse(MessageWriter.Write(message, Envelope with { AgentKey = key.Get }, 1).Data.Span);
        Assert.Equal(EnvelopeFields, json.EnumerateObject().Take(5).Select(field => field.Name));
    }

    [Property(MaxTest = 300)]
    public void A_result_over_the_limit_keeps_as_many_whole_rows_as_fit(byte have, ushort room)
    {
        var full = Write(Answer(Rows(have)), long.MaxValue);
        var least = Write(Answer(Rows(0)), long.MaxValue).Length;
        // The count's digits are reckoned as they were before the cut, hence the few bytes here and below.
        var limit = least + 2 + (room % 2000);
        var cut = Write(Answer(Rows(have)), limit);
        Assert.InRange(cut.Length, 1, limit);
        var result = Parse(cut).GetProperty("result");
        var kept = result.GetProperty("row_count").GetInt32();
        Assert.Equal(kept, result.GetProperty("rows").GetArrayLength());
        Assert.Equal(kept < have, result.GetProperty("truncated").GetBoolean());
        Assert.Equal(full.Length > limit, kept < have);
        if (kept < have)
            Assert.True(Write(Answer(Rows(kept + 1) with { Truncated = true }), long.MaxValue).Length > limit - 3);
    }

    [Fact]
    public void Deep_documents_and_brackets_in_texts_do_not_confuse_the_cut()
    {
        var deep = new string('[', 300) + new string(']', 300);
        var json = $$"""[["]]","]"],[{{deep}},{"a":[[1]]}],["\"]",1],["x","y"]]""";
        var rows = new TaskResult.Rows([], Encoding.UTF8.GetBytes(json), 4, false, None);
        var full = Write(Answer(rows), long.MaxValue).Length;
        var cut = Encoding.UTF8.GetString(Write(Answer(rows), full - 1));
        Assert.Contains(
            "\"rows\":"
                + json[..json.LastIndexOf(',', json.LastIndexOf(",\"y", StringComparison.Ordinal) - 1)]
                + "],\"row_count\":3,\"truncated\":true",
            cut,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Text_over_the_limit_becomes_an_error_that_says_so()
    {
        var answer = Answer(Text(new string('x', 5000)));
        var json = Parse(Write(answer, 4000));
        Assert.Equal("error", json.GetProperty("status").GetString());
        Assert.Equal("result_too_large", json.GetProperty("error").GetProperty("code").GetString());
        Assert.False(json.TryGetProperty("result", out _));
    }

    [Fact]
    public void Rows_whose_frame_alone_is_over_the_limit_become_an_error()
    {
        var columns = Enumerable.Range(0, 500).Select(i => new ResultColumn($"column {i}", "text", None)).ToArray();
        var json = Parse(Write(Answer(new TaskResult.Rows(columns, "[]"u8.ToArray(), 0, false, None)), 4000));
        Assert.Equal("result_too_large", json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void A_message_at_the_limit_is_left_as_it_is()
    {
        var answer = Answer(Text("x"));
        var data = Write(answer, long.MaxValue);
        Assert.Equal(data, Write(answer, data.Length));
    }

    [Theory]
    [InlineData(0, "2026-01-02T03:04:05.000Z")]
    [InlineData(9_999_999, "2026-01-02T03:04:05.999Z")]
    public void Times_have_three_digits_of_a_second_and_are_never_ahead(long ticks, string written)
    {
        var envelope = Envelope with { Timestamp = At.AddTicks(ticks).ToOffset(TimeSpan.FromHours(-5)) };
        var message = new AgentMessage.ConfigRequest(ConfigRequestReason.Reload, None);
        var json = Parse(MessageWriter.Write(message, envelope, 1).Data.Span);
        Assert.Equal(written, json.GetProperty("timestamp").GetString());
    }

    private static byte[] Write(AgentMessage message, long limit) =>
        MessageWriter.Write(message, Envelope, limit).Data.ToArray();

    private static JsonElement Parse(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = 1000 });
        return JsonElement.ParseValue(ref reader);
    }

    private static AgentMessage.TaskAnswer Answer(TaskResult result) =>
        new("t-1", TaskTypes.DbQuery, new EntryId(1, 0), result, At, At, TimeSpan.Zero, 1, None);

    private static TaskResult.Rows Rows(int count) =>
        new(
            [new ResultColumn("n", "int8", None)],
            Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(1, count).Select(n => $"[{n},\"[é]\"]"))}]"),
            count,
            false,
            None
        );

    private static TaskResult.Text Text(string content) =>
        new(
            content,
            1,
            false,
            1,
            new Receipt(DataMode.Rules, [], 0, None, "r", "k", TokenSharing.Local, Provenance.None, 0, 0, 0)
        );

    /// <summary>Half of a surrogate pair cannot be written in UTF-8; it becomes the replacement character.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
