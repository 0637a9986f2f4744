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
    private static readonly DeliveryHistory Fresh = new(
        None,
        new Recent<EntryId>(DeliveryHistory.Remembered),
        CancelledTasks.None
    );

    [Fact]
    public void A_fresh_task_runs() => Assert.IsType<Delivery.Run>(Decide(Task()));

    [Property]
    public bool A_task_runs_up_to_the_most_deliveries_and_is_poison_after(PositiveInt deliveries) =>
        Code(Decide(Task(), deliveries.Get)) == (deliveries.Get > 5 ? "poison_task" : "run");

    [Property]
    public bool An_entry_at_or_below_the_mark_is_skipped_and_one_above_is_not(ulong mark) =>
        Code(Decide(Task(), history: Fresh with { Answered = new EntryId(Entry.Milliseconds, mark % 10) }))
        == (mark % 10 >= Entry.Sequence ? "skip" : "run");

    [Fact]
    public void An_entry_answered_before_is_skipped_whatever_it_holds()
    {
        var history = Fresh with { Seen = Fresh.Seen.Add(Entry) };
        Assert.Equal("skip", Code(Decide(Task(), 99, history)));
        Assert.Equal(
            "skip",
            Code(Decide(new IncomingMessage.Unreadable(None, None, TaskFailure.Internal()), 1, history))
        );
    }

    [Fact]
    public void What_cannot_be_read_is_answered_with_its_cause_at_any_delivery() =>
        Assert.Equal(
            "internal_error",
            Code(Decide(new IncomingMessage.Unreadable(None, None, TaskFailure.Internal()), 99))
        );

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
        DeliveryLimits? limits = null
    ) =>
        DeliveryPolicy.Decide(
            Entry,
            deliveries,
            message,
            history ?? Fresh,
            limits ?? Limits,
            new DeliveryTime(now ?? Noon, TimeSpan.FromSeconds(1))
        );

    private static string Code(Delivery delivery) =>
        delivery.Match(run: _ => "run", answer: a => a.Cause.Code, skip: _ => "skip");

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
