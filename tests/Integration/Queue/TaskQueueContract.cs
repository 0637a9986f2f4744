using System.Text;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>What every adapter of <see cref="ITaskQueue"/> must do; each adapter inherits these tests.</summary>
public abstract class TaskQueueContract : IAsyncLifetime
{
    /// <summary>Long enough that nothing is taken for dead by accident.</summary>
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hasty = TimeSpan.FromMilliseconds(300);

    /// <summary>Looks often enough, but gives up on nobody for as long as a test may take.</summary>
    private static readonly TimeSpan Unhurried = TimeSpan.FromSeconds(25);

    private readonly List<ITaskQueue> opened = [];
    private IQueueSide? side;

    private IQueueSide Side => side ?? throw new InvalidOperationException("Not initialized.");

    protected abstract IQueueSide MakeSide();

    public Task InitializeAsync()
    {
        side = MakeSide();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var queue in opened)
            await queue.DisposeAsync();
        await Side.DisposeAsync();
    }

    [Fact]
    public async Task Entries_come_in_the_order_they_were_added_with_type_and_data()
    {
        var queue = await OpenAsync("a");
        var ids = await AddAsync(3);
        var taken = await TakeAsync(queue, 10);
        Assert.Equal(ids, taken.Select(e => e.Id));
        Assert.Equal("task", taken[0].Type);
        Assert.Equal("{\"n\":0}", Text(taken[0]));
        Assert.All(taken, e => Assert.Equal(1, e.DeliveryCount));
    }

    [Fact]
    public async Task An_entry_without_a_type_or_without_data_comes_as_it_is()
    {
        var queue = await OpenAsync("a");
        await Side.AddAsync(None, "{}");
        await Side.AddAsync("task", None);
        var taken = await TakeAsync(queue, 10);
        Assert.Equal([Option<string>.None, Some("task")], taken.Select(e => e.Type));
        Assert.Equal([true, false], taken.Select(e => e.Data.IsSome));
    }

    [Fact]
    public async Task Entries_added_before_the_first_start_are_not_lost()
    {
        var ids = await AddAsync(2);
        var queue = await OpenAsync("a");
        Assert.Equal(ids, (await TakeAsync(queue, 10)).Select(e => e.Id));
    }

    [Fact]
    public async Task No_more_is_taken_than_was_asked_for()
    {
        var queue = await OpenAsync("a");
        await AddAsync(5);
        Assert.Equal(2, (await TakeAsync(queue, 2)).Count);
        Assert.Equal(3, (await TakeAsync(queue, 10)).Count);
    }

    [Fact]
    public async Task Each_entry_goes_to_one_instance()
    {
        var (a, b) = (await OpenAsync("a"), await OpenAsync("b"));
        var ids = await AddAsync(6);
        var first = await TakeAsync(a, 3);
        var second = await TakeAsync(b, 10);
        Assert.Equal(ids, first.Concat(second).Select(e => e.Id));
    }

    [Fact]
    public async Task A_waiting_take_wakes_at_once()
    {
        var queue = await OpenAsync("a");
        var waiting = queue.TakeAsync(1, CancellationToken.None);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        var added = await AddAsync(1);
        var taken = await waiting.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(added[0], Assert.Single(taken).Id);
    }

    [Fact]
    public async Task A_cancelled_take_ends_and_loses_nothing()
    {
        var queue = await OpenAsync("a");
        using var cancel = new CancellationTokenSource();
        var waiting = queue.TakeAsync(1, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var added = await AddAsync(1);
        Assert.Equal(added[0], Assert.Single(await TakeAsync(queue, 1)).Id);
    }

    [Fact]
    public async Task A_settled_entry_has_its_result_published_and_is_answered_for_good()
    {
        var queue = await OpenAsync("a");
        var id = (await AddAsync(1))[0];
        await TakeAsync(queue, 1);
        Assert.IsType<Settlement.Done>(await queue.SettleAsync(Claimed(id), Result("r1"), CancellationToken.None));
        Assert.Equal(["r1"], await Side.ResultsAsync());
        Assert.Equal(id, await Side.LastAckAsync());
        Assert.Equal(0, (await queue.BacklogAsync(CancellationToken.None)).Pending);
    }

    [Fact]
    public async Task What_was_pending_before_a_restart_comes_first_and_counts_as_delivered_again()
    {
        var before = await OpenAsync("a");
        var ids = await AddAsync(3);
        await TakeAsync(before, 2);
        await before.DisposeAsync();
        var after = await OpenAsync("a");
        var taken = await TakeAsync(after, 10);
        Assert.Equal(ids[..2], taken.Select(e => e.Id));
        Assert.All(taken, e => Assert.Equal(2, e.DeliveryCount));
        Assert.Equal(ids[2], Assert.Single(await TakeAsync(after, 10)).Id);
    }

    [Fact]
    public async Task What_is_being_worked_on_is_not_handed_out_again()
    {
        var queue = await OpenAsync("a", Hasty);
        await AddAsync(1);
        await TakeAsync(queue, 1);
        using var patience = new CancellationTokenSource(Hasty * 3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.TakeAsync(1, patience.Token));
    }

    [Fact]
    public async Task Work_of_a_dead_instance_is_taken_over()
    {
        var dead = await OpenAsync("dead", Hasty);
        var ids = await AddAsync(2);
        await TakeAsync(dead, 2);
        await dead.DisposeAsync();
        var alive = await OpenAsync("alive", Hasty);
        var taken = await TakeAllAsync(alive, 2);
        Assert.Equal(ids, taken.Select(e => e.Id));
        Assert.All(taken, e => Assert.Equal(2, e.DeliveryCount));
        Assert.Equal("{\"n\":0}", Text(taken[0]));
    }

    [Fact]
    public async Task A_living_instance_that_renews_is_not_robbed()
    {
        // Long against a stall of a busy machine, which would be a frozen instance to the others.
        var idle = TimeSpan.FromSeconds(2);
        var slow = await OpenAsync("slow", idle);
        var other = await OpenAsync("other", idle);
        var id = (await AddAsync(1))[0];
        await TakeAsync(slow, 1);
        using var patience = new CancellationTokenSource(idle * 2);
        var robbery = other.TakeAsync(1, patience.Token);
        while (!robbery.IsCompleted)
        {
            await slow.RenewAsync([id], CancellationToken.None);
            await Task.Delay(idle / 10);
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => robbery);
        Assert.IsType<Settlement.Done>(await slow.SettleAsync(Claimed(id), Result("r"), CancellationToken.None));
    }

    [Fact]
    public async Task A_frozen_instance_can_neither_publish_nor_renew_what_was_taken_from_it()
    {
        var frozen = await OpenAsync("frozen", Hasty);
        var id = (await AddAsync(1))[0];
        await TakeAsync(frozen, 1);
        var alive = await OpenAsync("alive", Hasty);
        await TakeAllAsync(alive, 1);
        await frozen.RenewAsync([id], CancellationToken.None);
        Assert.IsType<Settlement.Fenced>(await frozen.SettleAsync(Claimed(id), Result("late"), CancellationToken.None));
        Assert.IsType<Settlement.Done>(await alive.SettleAsync(Claimed(id), Result("good"), CancellationToken.None));
        Assert.IsType<Settlement.Fenced>(
            await frozen.SettleAsync(Claimed(id), Result("later"), CancellationToken.None)
        );
        Assert.Equal(["good"], await Side.ResultsAsync());
    }

    [Fact]
    public async Task A_claim_ends_when_another_process_of_the_same_name_takes_the_entry()
    {
        var (first, second) = (await OpenAsync("twin"), await OpenAsync("twin"));
        await AddAsync(1);
        var earlier = Assert.Single(await TakeAsync(first, 1));
        var later = Assert.Single(await TakeAsync(second, 1));
        Assert.Equal(earlier.Id, later.Id);
        Assert.IsType<Settlement.FencedByNamesake>(
            await first.SettleAsync(earlier.Claim, Result("crossed"), CancellationToken.None)
        );
        Assert.IsType<Settlement.Done>(await second.SettleAsync(later.Claim, Result("good"), CancellationToken.None));
        Assert.IsType<Settlement.Fenced>(
            await first.SettleAsync(earlier.Claim, Result("late"), CancellationToken.None)
        );
        Assert.Equal(["good"], await Side.ResultsAsync());
    }

    [Fact]
    public async Task An_entry_that_comes_when_an_instance_has_just_stopped_reading_goes_to_another_soon()
    {
        var (stopping, other) = (await OpenAsync("stopping", Unhurried), await OpenAsync("other", Unhurried));
        using var stop = new CancellationTokenSource();
        var waiting = stopping.TakeAsync(1, stop.Token);
        await Task.Delay(50);
        await stop.CancelAsync();
        var added = (await AddAsync(1))[0];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(added, Assert.Single(await SoonAsync(other)).Id);
        await Eventually.InTimeAsync(stopping.LeaveAsync(CancellationToken.None));
        var consumers = (await other.BacklogAsync(CancellationToken.None)).Consumers;
        Assert.Equal("other", Assert.Single(consumers).Name);
    }

    [Fact]
    public async Task What_an_instance_leaves_unfinished_goes_to_another_soon()
    {
        var (leaving, other) = (await OpenAsync("leaving", Unhurried), await OpenAsync("other", Unhurried));
        var id = (await AddAsync(1))[0];
        await TakeAsync(leaving, 1);
        await leaving.LeaveAsync(CancellationToken.None);
        var taken = Assert.Single(await SoonAsync(other));
        Assert.Equal((id, 2), (taken.Id, taken.DeliveryCount));
    }

    [Fact]
    public async Task The_mark_waits_for_the_lowest_pending_entry_of_any_instance()
    {
        var (a, b) = (await OpenAsync("a"), await OpenAsync("b"));
        var ids = await AddAsync(4);
        await TakeAsync(a, 2);
        await TakeAsync(b, 2);
        await b.SettleAsync(Claimed(ids[3]), Result("3"), CancellationToken.None);
        Assert.Equal(ids[0].Previous, await Side.LastAckAsync());
        await a.SettleAsync(Claimed(ids[0]), Result("0"), CancellationToken.None);
        Assert.Equal(ids[1].Previous, await Side.LastAckAsync());
        await b.SettleAsync(Claimed(ids[2]), Result("2"), CancellationToken.None);
        Assert.Equal(ids[1].Previous, await Side.LastAckAsync());
        await a.SettleAsync(Claimed(ids[1]), Result("1"), CancellationToken.None);
        Assert.Equal(ids[3], await Side.LastAckAsync());
    }

    [Fact]
    public async Task An_acknowledged_entry_is_done_without_a_result()
    {
        var queue = await OpenAsync("a");
        var id = (await AddAsync(1))[0];
        await TakeAsync(queue, 1);
        await queue.AcknowledgeAsync(Claimed(id), CancellationToken.None);
        Assert.Empty(await Side.ResultsAsync());
        Assert.Equal(id, await Side.LastAckAsync());
        await queue.DisposeAsync();
        Assert.Equal(id, (await OpenAsync("a")).Answered);
    }

    [Fact]
    public async Task Every_instance_sees_every_control_message_whoever_the_group_gives_it_to()
    {
        await Side.AddAsync("config", "{\"type\":\"config\",\"config_id\":\"old\"}");
        var (a, b) = (await OpenAsync("a"), await OpenAsync("b"));
        await Side.AddAsync("task", "{\"type\":\"task\"}");
        var config = await Side.AddAsync("config", "{\"type\":\"config\"}");
        var untyped = await Side.AddAsync(None, "{\"type\":\"task_cancel\"}");
        await TakeAsync(a, 10);
        Assert.Equal([config, untyped], (await TailAsync(a, 2)).Select(e => e.Id));
        Assert.Equal([config, untyped], (await TailAsync(b, 2)).Select(e => e.Id));
    }

    [Fact]
    public async Task A_waiting_tail_wakes_at_once()
    {
        var queue = await OpenAsync("a");
        var waiting = TailAsync(queue, 1);
        await Task.Delay(50);
        var config = await Side.AddAsync("config", "{\"type\":\"config\"}");
        Assert.Equal(config, Assert.Single(await waiting.WaitAsync(TimeSpan.FromSeconds(1))).Id);
    }

    [Fact]
    public async Task Messages_go_to_the_stream_of_their_outlet()
    {
        var queue = await OpenAsync("a");
        await queue.PublishAsync(new("heartbeat", Outlet.Telemetry, "h"u8.ToArray()), CancellationToken.None);
        await queue.PublishAsync(new("metrics_report", Outlet.Results, "m"u8.ToArray()), CancellationToken.None);
        Assert.Equal(["h"], await Side.TelemetryAsync());
        Assert.Equal(["m"], await Side.ResultsAsync());
    }

    [Fact]
    public async Task The_backlog_tells_length_pending_lag_and_consumers()
    {
        var queue = await OpenAsync("a");
        var ids = await AddAsync(5);
        await TakeAsync(queue, 2);
        var backlog = await queue.BacklogAsync(CancellationToken.None);
        Assert.Equal((5, 2, 3), (backlog.StreamLength, backlog.Pending, backlog.Lag));
        Assert.Equal(ids[0], backlog.OldestPending);
        Assert.True(backlog.OldestPendingAge.IsSome);
        var consumer = Assert.Single(backlog.Consumers);
        Assert.Equal(("a", 2), (consumer.Name, consumer.Pending));
    }

    [Fact]
    public async Task Leaving_removes_an_idle_consumer_and_keeps_one_with_pending_entries()
    {
        var (idle, busy) = (await OpenAsync("idle"), await OpenAsync("busy"));
        await AddAsync(1);
        await TakeAsync(busy, 1);
        await idle.LeaveAsync(CancellationToken.None);
        await busy.LeaveAsync(CancellationToken.None);
        var watcher = await OpenAsync("watcher");
        var left = (await watcher.BacklogAsync(CancellationToken.None)).Consumers.Select(c => c.Name);
        Assert.Equal(["busy", "watcher"], left.Order(StringComparer.Ordinal));
        Assert.Equal(1, (await watcher.BacklogAsync(CancellationToken.None)).Pending);
    }

    [Fact]
    public async Task The_state_is_ok_once_open()
    {
        var queue = await OpenAsync("a");
        Assert.Equal(ComponentStatus.Ok, queue.State.Status);
        Assert.InRange(queue.Now - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(5));
    }

    private async Task<ITaskQueue> OpenAsync(string instance, TimeSpan? claimIdle = null)
    {
        var queue = Side.Connect(instance, claimIdle ?? Patient);
        opened.Add(queue);
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        return queue;
    }

    private async Task<EntryId[]> AddAsync(int count)
    {
        var ids = new EntryId[count];
        for (var i = 0; i < count; i++)
            ids[i] = await Side.AddAsync("task", $"{{\"n\":{i}}}");
        return ids;
    }

    private static Task<IReadOnlyList<QueueEntry>> TakeAsync(ITaskQueue queue, int count) =>
        Eventually.InTimeAsync(queue.TakeAsync(count, CancellationToken.None));

    // Well before the other instance would count as dead.
    private static async Task<IReadOnlyList<QueueEntry>> SoonAsync(ITaskQueue queue) =>
        await queue.TakeAsync(1, CancellationToken.None).WaitAsync(Unhurried * 0.5);

    private static async Task<IReadOnlyList<QueueEntry>> TakeAllAsync(ITaskQueue queue, int count)
    {
        var taken = new List<QueueEntry>();
        while (taken.Count < count)
            taken.AddRange(await TakeAsync(queue, count - taken.Count));
        return taken;
    }

    private static async Task<List<QueueEntry>> TailAsync(ITaskQueue queue, int count)
    {
        using var patience = new CancellationTokenSource(Eventually.Deadline);
        var seen = new List<QueueEntry>();
        await foreach (var entry in queue.TailAsync(patience.Token))
        {
            seen.Add(entry);
            if (seen.Count == count)
                break;
        }
        return seen;
    }

    private static EncodedMessage Result(string data) =>
        new("task_result", Outlet.Results, Encoding.UTF8.GetBytes(data));

    private static string Text(QueueEntry entry) =>
        Encoding.UTF8.GetString(entry.Data.IfNone(default(ReadOnlyMemory<byte>)).Span);

    private static Claim Claimed(EntryId entry) => new(entry, None);
}
