using System.Text;
using System.Text.Json.Nodes;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Tasks;

public sealed class IncomingReaderProperties
{
    private static readonly byte[][] Whole =
    [
        .. new[]
        {
            """{"type":"task","task_id":"t-17","task_type":"db_query","created_at":"2026-11-22T10:00:00.000Z","timeout_seconds":60,"params":{"query":"SELECT :a","parameters":{"a":[1,2.5,"x",null]},"max_rows":5,"format":"rows","context":{"tables":[{"name":"t","fields":[{"name":"f","sensitive":true}]}]}}}""",
            """{"type":"task","task_id":"t-18","task_type":"classify_fields","params":{"fields":[{"name":"a","samples":["é",{"b":1}]}],"sample_limit":3}}""",
            """{"type":"task_cancel","task_id":"t-17"}""",
            """{"type":"instance_register_ack","instance_id":"i","accepted":false,"reason":"full"}""",
            """{"type":"config","config_id":"c","secret_store":{"provider":"env"}}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Property(MaxTest = 1000)]
    public void Any_bytes_give_an_answer(byte[] data, string? type) => AssertLawful(Messages.Read(data, type));

    [Property(MaxTest = 2000)]
    public Property Any_damage_to_a_message_gives_an_answer() =>
        Prop.ForAll(
            Damaged().ToArbitrary(),
            data =>
            {
                AssertLawful(Messages.Read(data));
                return true;
            }
        );

    [Property]
    public Property A_message_cut_short_is_never_work() =>
        Prop.ForAll(
            Gen.Choose(0, Whole[0].Length - 1).ToArbitrary(),
            length => Messages.Read(Whole[0][..length]) is IncomingMessage.Unreadable { Cause.Code: "invalid_task" }
        );

    [Property]
    public void Ids_and_queries_come_through_unchanged(NonEmptyString id, string? query)
    {
        var sent = WellFormed(id.Get)[..Math.Min(128, WellFormed(id.Get).Length)];
        var text = WellFormed(query ?? "");
        var message = Messages.Task(TaskTypes.DbQuery, $$"""{"query":{{Messages.Quoted(text)}}}""");
        var read = message.With("task_id", Messages.Quoted(WellFormed(sent))).ReadTask();
        Assert.Equal(WellFormed(sent), read.Id.Value);
        Assert.Equal(text, Assert.IsType<TaskPayload.DbQuery>(read.Payload).Query);
    }

    [Property]
    public void Unknown_fields_change_nothing(NonEmptyString name, int value)
    {
        var plain = Messages.Task(TaskTypes.DbTables, """{"schema":"s"}""").ReadTask();
        var more = Messages.Task(TaskTypes.DbTables, """{"schema":"s"}""");
        more["x_" + WellFormed(name.Get)] = value;
        more["params"]!["x_" + WellFormed(name.Get)] = new JsonArray(value);
        Assert.Equal(plain, more.ReadTask());
    }

    /// <summary>Whatever a message asks for, what comes out keeps the promises of its types.</summary>
    private static void AssertLawful(IncomingMessage message) =>
        message.Match(
            work: m => Within(m.Task),
            unreadable: m =>
            {
                Assert.True(m.Cause.Code is "invalid_task" or "unknown_task_type");
                Assert.True(m.TaskId.ForAll(id => id.Length is >= 1 and <= 128));
                Assert.InRange(m.Cause.Message.Length, 1, 20_000);
                return true;
            },
            config: _ => true,
            registerAck: _ => true,
            cancel: m => m.TaskId.Length is >= 1 and <= 128,
            unreadableControl: _ => true
        );

    private static bool Within(TaskEnvelope task)
    {
        var limits = Messages.Limits;
        Assert.True(task.Timeout.ForAll(t => t >= TimeSpan.FromSeconds(1) && t <= limits.MaxTimeout));
        if (task.Payload is TaskPayload.DbQuery query)
            Assert.InRange(query.MaxRows, 1, limits.MaxRows);
        if (task.Payload is TaskPayload.DbSample sample)
            Assert.InRange(sample.Limit, 1, 100);
        if (task.Payload is TaskPayload.ClassifyFields classify)
            Assert.InRange(classify.SampleLimit, 1, 100);
        return true;
    }

    private static Gen<byte[]> Damaged() =>
        from whole in Gen.Elements(Whole)
        from at in Gen.Choose(0, whole.Length - 1)
        from other in Gen.Choose(0, whole.Length - 1)
        from bytes in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 3)
        from form in Gen.Choose(0, 3)
        select form switch
        {
            0 => [.. whole[..at], .. bytes, .. whole[at..]],
            1 => [.. whole[..at], .. bytes, .. whole[Math.Min(at + 3, whole.Length)..]],
            2 => [.. whole[..at], .. whole[Math.Max(at, other)..]],
            _ => (byte[])[.. whole[..at], .. whole[Math.Min(at, other)..at], .. whole[at..]],
        };

    /// <summary>JSON cannot carry half of a surrogate pair.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
