using System.Text;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Tasks;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class DeliveryPolicyProperties
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly EntryId Entry = new((ulong)Noon.ToUnixTimeMilliseconds(), 5);
    private static readonly DeliveryLimits Limits = new(5, TimeSpan.FromHours(1));
    private static readonly DeliveryHistory Fresh = new(None, new RecentAnswers(1000), CancelledTasks.None);

    private static readonly EntryId Result = new(9000, 1);
    private static readonly IncomingMessage Unreadable = new IncomingMessage.Unreadable(
        None,
        None,
        TaskFailure.Internal()
    );

    [Fact]
    public void A_fresh_task_runs() => Assert.IsType<Delivery.Run>(Decide(Task()));

    [Property]
    public bool A_task_runs_up_to_the_most_deliveries_and_is_poison_after(PositiveInt deliveries) =>
        Code(Decide(Task(), deliveries.Get)) == (deliveries.Get > 5 ? "poison_task" : "run");

    [Property]
    public bool An_entry_at_or_below_the_mark_is_skipped_and_one_above_is_not(ulong mark) =>
        Code(Decide(Task(), history: Fresh with { Mark = new EntryId(Entry.Milliseconds, mark % 10) }))
        == (mark % 10 >= Entry.Sequence ? "skip" : "run");

    [Fact]
    public void An_entry_that_this_instance_answered_is_looked_up_whatever_it_holds_and_however_low()
    {
        var history = Fresh with { Answers = Fresh.Answers.Add(Entry, Result, "r"u8.ToArray()) };
        Assert.Equal($"confirm {Result}", Code(Decide(Task(), 99, history)));
        Assert.Equal($"confirm {Result}", Code(Decide(Task(), 1, history with { Mark = Entry })));
        Assert.Equal($"confirm {Result}", Code(Decide(Unreadable, 1, history)));
    }

    [Fact]
    public void A_lost_answer_is_repeated_from_memory_and_else_the_task_runs_again()
    {
        var kept = Fresh with { Answers = Fresh.Answers.Add(Entry, Result, "r"u8.ToArray()) };
        var large = Fresh with { Answers = Fresh.Answers.Add(Entry, Result, new byte[1001]) };
        Assert.Equal("repeat r", Code(Decide(Task(), 99, kept, answerLost: true)));
        Assert.Equal("run", Code(Decide(Task(), 2, large, answerLost: true)));
        Assert.Equal("poison_task", Code(Decide(Task(), 99, large, answerLost: true)));
        Assert.Equal("internal_error", Code(Decide(Unreadable, 2, large, answerLost: true)));
    }

    [Fact]
    public void An_answer_whose_place_is_unknown_stands_if_the_mark_covers_its_entry_and_is_repeated_if_not()
    {
        var history = Fresh with { Answers = Fresh.Answers.Add(Entry, None, "r"u8.ToArray()) };
        Assert.Equal("skip", Code(Decide(Task(), 2, history with { Mark = Entry })));
        Assert.Equal("repeat r", Code(Decide(Task(), 2, history with { Mark = Entry.Previous })));
    }

    [Fact]
    public void What_cannot_be_read_is_answered_with_its_cause_at_any_delivery() =>
        Assert.Equal("internal_error", Code(Decide(Unreadable, 99)));

    [Property]
    public bool Age_counts_from_created_at_else_from_the_entry_by_the_time_of_the_queue(int seconds)
    {
        var age = TimeSpan.FromSeconds(seconds);
        var expected = age > TimeSpan.FromHours(1) ? "task_expired" : "run";
        return Code(Decide(Task(createdAt: Noon), now: Noon + age)) == expected
            && Code(Decide(Task(), now: Noon + age)) == expected
            && Code(Decide(Task(createdAt: Noon), now: Noon + age, limits: Limits with { MaxAge = None })) == "run";
    }

    [Fact]
    public void A_task_is_stale_from_the_moment_it_expires()
    {
        Assert.Equal("run", Code(Decide(Task(expiresAt: Noon), now: Noon - TimeSpan.FromMilliseconds(1))));
        Assert.Equal("task_expired", Code(Decide(Task(expiresAt: Noon), now: Noon)));
    }

    [Fact]
    public void A_cancelled_task_is_answered_as_cancelled_even_when_it_is_stale_or_poisonous()
    {
        var history = Fresh with { Cancelled = CancelledTasks.None.Add("t-1", TimeSpan.Zero) };
        Assert.Equal("cancelled", Code(Decide(Task(expiresAt: Noon), 99, history)));
    }

    [Fact]
    public void Control_messages_are_skipped()
    {
        IncomingMessage[] controls =
        [
            new IncomingMessage.Config(default, None),
            new IncomingMessage.RegisterAck("a", false, None),
            new IncomingMessage.Cancel("t-1", None),
            new IncomingMessage.UnreadableControl("config"),
        ];
        Assert.All(controls, control => Assert.Equal("skip", Code(Decide(control, 99))));
    }

    [Theory]
    [InlineData("task", "{\"type\":\"task\",\"task_id\":\"config\"}", true)]
    [InlineData("task", "{\"type\":\"task\",\"task_id\":\"t\"}", false)]
    [InlineData("task", "{\"type\":\"\\u0063onfig\"}", true)]
    [InlineData("config", "{}", true)]
    [InlineData(null, "{\"type\": \"task_cancel\"}", true)]
    [InlineData(null, "{}", false)]
    public void Entries_that_might_be_control_messages_are_looked_at(string? type, string data, bool expected) =>
        Assert.Equal(
            expected,
            ControlMessages.MayBe(Optional(type), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(data))
        );

    private static Delivery Decide(
        IncomingMessage message,
        int deliveries = 1,
        DeliveryHistory? history = null,
        DateTimeOffset? now = null,
        DeliveryLimits? limits = null,
        bool answerLost = false
    ) =>
        DeliveryPolicy.Decide(
            Entry,
            deliveries,
            message,
            history ?? Fresh,
            limits ?? Limits,
            new DeliveryTime(now ?? Noon, TimeSpan.FromSeconds(1)),
            answerLost
        );

    private static string Code(Delivery delivery) =>
        delivery.Match(
            run: _ => "run",
            answer: a => a.Cause.Code,
            skip: _ => "skip",
            confirm: c => $"confirm {c.Result}",
            repeat: r => $"repeat {Encoding.UTF8.GetString(r.Data.Span)}"
        );

    private static IncomingMessage.Work Task(DateTimeOffset? createdAt = null, DateTimeOffset? expiresAt = null) =>
        new(
            new TaskEnvelope(
                TaskId.Create("t-1").Match(Succ: id => id, Fail: _ => throw new InvalidOperationException()),
                new TaskPayload.DbSchemas(),
                Optional(createdAt),
                Optional(expiresAt),
                None,
                None
            )
        );
}
