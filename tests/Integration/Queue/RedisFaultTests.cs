using System.Text;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Infrastructure.Redis;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.Queue;

/// <summary>Faults of Redis itself (faults.md 5, 8-10, 14-18, 24), each against a server of its own.</summary>
public sealed class RedisFaultTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(1);
    private readonly RedisSide side = new(server);

    [Fact]
    public async Task After_a_restart_with_its_data_pending_entries_come_first_and_then_new_ones()
    {
        await using var queue = await OpenAsync("a");
        var (held, lost) = (await AddAsync(), await AddAsync());
        Assert.Equal(held, Assert.Single(await TakeAsync(queue, 1)).Id);
        // Delivered to this consumer in a reply that never arrived.
        await side.Database.StreamReadGroupAsync(side.Keys.Tasks, StreamGroup, "a", ">", 1);
        var waiting = queue.TakeAsync(1, CancellationToken.None);
        await server.KillAsync();
        await Eventually.HoldsAsync(() => queue.State.Status != ComponentStatus.Ok, "the outage is told");
        await server.StartAsync();
        Assert.Equal(lost, Assert.Single(await Eventually.InTimeAsync(waiting)).Id);
        var fresh = await AddAsync();
        Assert.Equal(fresh, Assert.Single(await TakeAsync(queue, 10)).Id);
        Assert.IsType<Settlement.Done>(await SettleAsync(queue, held, "r"));
        Assert.Equal(["r"], await side.ResultsAsync());
        Assert.Equal(ComponentStatus.Ok, queue.State.Status);
    }

    [Fact]
    public async Task After_a_restart_without_data_the_group_is_made_again_and_results_in_work_still_go_out()
    {
        await using var queue = await OpenAsync("a");
        var old = await AddAsync();
        await TakeAsync(queue, 1);
        var lost = queue.LostAsync(CancellationToken.None);
        var waiting = queue.TakeAsync(1, CancellationToken.None);
        await server.KillAsync();
        server.EraseData();
        await server.StartAsync();
        await Eventually.InTimeAsync(lost);
        Assert.IsType<Settlement.Done>(await SettleAsync(queue, old, "saved"));
        Assert.Equal(["saved"], await side.ResultsAsync());
        var fresh = await AddAsync();
        Assert.Equal(fresh, Assert.Single(await Eventually.InTimeAsync(waiting)).Id);
    }

    [Fact]
    public async Task A_group_that_is_destroyed_is_made_again_and_nothing_answered_runs_twice()
    {
        await using var queue = await OpenAsync("a");
        var (answered, held) = (await AddAsync(), await AddAsync());
        await TakeAsync(queue, 2);
        await SettleAsync(queue, answered, "r1");
        var waiting = queue.TakeAsync(10, CancellationToken.None);
        var lost = queue.LostAsync(CancellationToken.None);
        await side.Database.StreamDeleteConsumerGroupAsync(side.Keys.Tasks, StreamGroup);
        await Eventually.InTimeAsync(lost);
        // The group begins at zero and hands out everything again; what is in work here stays here.
        var again = await Eventually.InTimeAsync(waiting);
        Assert.Contains(answered, again.Select(e => e.Id));
        Assert.True(queue.Answered >= answered, "the mark tells that the entry was answered");
        Assert.IsType<Settlement.Done>(await SettleAsync(queue, held, "r2"));
        Assert.Equal(["r1", "r2"], await side.ResultsAsync());
    }

    [Fact]
    public async Task Connections_that_are_cut_are_made_again_without_a_loss()
    {
        await using var queue = await OpenAsync("cut");
        var tail = queue.TailAsync(CancellationToken.None).GetAsyncEnumerator();
        var heard = tail.MoveNextAsync().AsTask();
        var waiting = queue.TakeAsync(1, CancellationToken.None);
        for (var cut = 0; cut < 3; cut++)
        {
            await CutAsync("causum-agent:cut");
            var entry = await AddAsync();
            Assert.Equal(entry, Assert.Single(await Eventually.InTimeAsync(waiting)).Id);
            Assert.IsType<Settlement.Done>(await SettleAsync(queue, entry, $"r{cut}"));
            waiting = queue.TakeAsync(1, CancellationToken.None);
        }
        await side.AddAsync("config", "{\"type\":\"config\"}");
        Assert.True(await Eventually.InTimeAsync(heard));
        Assert.Equal(["r0", "r1", "r2"], await side.ResultsAsync());
    }

    [Fact]
    public async Task A_result_waits_while_redis_is_out_of_memory_and_nothing_is_acknowledged_meanwhile()
    {
        await using var queue = await OpenAsync("a");
        var entry = await AddAsync();
        await TakeAsync(queue, 1);
        await server.Admin.ConfigSetAsync("maxmemory", "1");
        try
        {
            var settling = SettleAsync(queue, entry, "r");
            await Eventually.HoldsAsync(
                () => queue.State.Error.Exists(e => e.Contains("memory", StringComparison.Ordinal)),
                "the state names the cause"
            );
            Assert.False(settling.IsCompleted);
            Assert.Equal(1, (await side.Database.StreamPendingAsync(side.Keys.Tasks, StreamGroup)).PendingMessageCount);
            await server.Admin.ConfigSetAsync("maxmemory", "0");
            Assert.IsType<Settlement.Done>(await Eventually.InTimeAsync(settling));
        }
        finally
        {
            await server.Admin.ConfigSetAsync("maxmemory", "0");
        }
    }

    [Fact]
    public async Task Pending_entries_whose_message_was_trimmed_are_counted_and_the_loop_goes_on()
    {
        await using (var dead = await OpenAsync("a"))
        {
            await AddAsync();
            await AddAsync();
            await TakeAsync(dead, 2);
        }
        await side.Database.StreamTrimAsync(side.Keys.Tasks, 0);
        await using var queue = await OpenAsync("a");
        var fresh = await AddAsync();
        Assert.Equal(fresh, Assert.Single(await TakeAsync(queue, 10)).Id);
        Assert.Equal(2, side.Metrics.Take(TimeSpan.Zero).Counters["tasks_lost_by_trim"]);
        await SettleAsync(queue, fresh, "r");
        Assert.Equal(fresh, await side.LastAckAsync());
    }

    [Fact]
    public async Task A_result_whose_task_was_trimmed_while_it_ran_still_goes_out()
    {
        await using var queue = await OpenAsync("a");
        var entry = await AddAsync();
        await TakeAsync(queue, 1);
        await side.Database.StreamTrimAsync(side.Keys.Tasks, 0);
        await queue.RenewAsync([entry], CancellationToken.None);
        Assert.IsType<Settlement.Done>(await SettleAsync(queue, entry, "r"));
        Assert.Equal(0, (await side.Database.StreamPendingAsync(side.Keys.Tasks, StreamGroup)).PendingMessageCount);
    }

    [Fact]
    public async Task A_mark_above_the_last_entry_is_not_believed()
    {
        await side.Database.StringSetAsync(side.Keys.LastAck, "99999999999999-0");
        await using var queue = await OpenAsync("a");
        Assert.Equal(Option<EntryId>.None, queue.Answered);
    }

    [Theory]
    [InlineData("9223372036854775808-0", "9223372036854775807-18446744073709551615")]
    [InlineData("1732269000000-1", "1732269000000-0")]
    [InlineData("1732269000000-10", "1732269000000-9")]
    [InlineData("1732269000000-9007199254740993", "1732269000000-9007199254740992")]
    [InlineData("1000-0", "999-18446744073709551615")]
    public async Task The_script_counts_below_an_id_without_losing_a_digit(string pending, string below)
    {
        await using var queue = await OpenAsync("a");
        var last = $"{pending.Split('-')[0]}-18446744073709551615";
        await side.Database.StreamAddAsync(side.Keys.Tasks, "data", "{}", pending);
        await side.Database.StreamAddAsync(side.Keys.Tasks, "data", "{}", last);
        var taken = await TakeAsync(queue, 2);
        await SettleAsync(queue, taken[1].Id, "r");
        Assert.Equal(below, await side.Database.StringGetAsync(side.Keys.LastAck));
        Assert.Equal(EntryId.Parse(pending).Map(id => id.Previous), await side.LastAckAsync());
        await SettleAsync(queue, taken[0].Id, "r");
        Assert.Equal(last, await side.Database.StringGetAsync(side.Keys.LastAck));
    }

    [Fact]
    public async Task The_mark_never_goes_back()
    {
        await using var queue = await OpenAsync("a");
        var entry = await AddAsync();
        await TakeAsync(queue, 1);
        await side.Database.StringSetAsync(side.Keys.LastAck, "99999999999999-0");
        await SettleAsync(queue, entry, "r");
        Assert.Equal("99999999999999-0", await side.Database.StringGetAsync(side.Keys.LastAck));
    }

    [Theory]
    [InlineData("-xautoclaim")]
    [InlineData("-xautoclaim -xpending")]
    [InlineData("-xinfo")]
    [InlineData("-evalsha -eval")]
    [InlineData("-evalsha -eval -xautoclaim -xpending -xclaim -xinfo -xlen -time")]
    public async Task Without_a_right_it_works_on_as_far_as_it_can(string missing)
    {
        var user = $"u{Guid.NewGuid():N}";
        await server.Admin.ExecuteAsync(
            "ACL",
            [.. new object[] { "SETUSER", user, "on", ">pw", "~*", "+@all" }, .. missing.Split(' ')]
        );
        await using (var before = side.Connect("a", Patient))
        {
            await before.OpenAsync(CancellationToken.None);
            await AddAsync();
            await TakeAsync(before, 1);
        }
        await using var queue = side.Connect("a", Patient, server.Port, user, "pw");
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        var again = Assert.Single(await TakeAsync(queue, 10));
        Assert.Equal(2, again.DeliveryCount);
        await queue.RenewAsync([again.Id], CancellationToken.None);
        Assert.IsType<Settlement.Done>(await SettleAsync(queue, again.Id, "r"));
        Assert.Equal(["r"], await side.ResultsAsync());
        var fresh = await AddAsync();
        Assert.Equal(fresh, Assert.Single(await TakeAsync(queue, 10)).Id);
        await queue.AcknowledgeAsync(Claimed(fresh), CancellationToken.None);
        var backlog = await Eventually.InTimeAsync(queue.BacklogAsync(CancellationToken.None));
        Assert.Equal(0, backlog.Pending);
    }

    [Fact]
    public async Task Refused_credentials_are_told_and_tried_again_until_they_work()
    {
        await server.Admin.ConfigSetAsync("requirepass", "right");
        try
        {
            await using var queue = side.Connect("a", Patient, server.Port, password: "wrong");
            using var patience = new CancellationTokenSource(Eventually.Deadline);
            var opening = queue.OpenAsync(patience.Token);
            await Eventually.HoldsAsync(() => queue.State.Status == ComponentStatus.Failed, "the refusal is told");
            Assert.Contains("credentials", queue.State.Error.IfNone(""), StringComparison.Ordinal);
            await server.Admin.ConfigSetAsync("requirepass", "wrong");
            await opening;
            Assert.Equal(ComponentStatus.Ok, queue.State.Status);
        }
        finally
        {
            await server.Admin.ConfigSetAsync("requirepass", "");
        }
    }

    [Fact]
    public async Task Missing_rights_are_named_at_the_start()
    {
        var user = $"u{Guid.NewGuid():N}";
        await server.Admin.ExecuteAsync(
            "ACL",
            "SETUSER",
            user,
            "on",
            ">pw",
            "~*",
            "+@all",
            "-xautoclaim",
            "-xinfo",
            "-evalsha"
        );
        await using var queue = side.Connect("a", Patient, server.Port, user, "pw");
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        Assert.Equal("the Redis user may not use EVALSHA, XAUTOCLAIM, XINFO", queue.State.Error);
        Assert.Equal(ComponentStatus.Degraded, queue.State.Status);
    }

    [Fact]
    public async Task Without_the_right_to_end_a_read_what_it_still_brings_is_handed_back()
    {
        var user = $"u{Guid.NewGuid():N}";
        await server.Admin.ExecuteAsync("ACL", "SETUSER", user, "on", ">pw", "~*", "+@all", "-client");
        var unhurried = TimeSpan.FromSeconds(20);
        await using var queue = side.Connect("a", unhurried, server.Port, user, "pw");
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        using var stop = new CancellationTokenSource();
        var waiting = queue.TakeAsync(1, stop.Token);
        await Eventually.HoldsAsync(
            async () => (await server.Admin.ClientListAsync()).Any(c => c.LastCommand == "xreadgroup"),
            "the read is at the server"
        );
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var entry = await AddAsync();
        await queue.LeaveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5));
        var pending = Assert.Single(
            await side.Database.StreamPendingMessagesAsync(side.Keys.Tasks, StreamGroup, 10, RedisValue.Null)
        );
        Assert.Equal(entry.ToString(), pending.MessageId);
        Assert.True(pending.IdleTimeInMilliseconds > unhurried.TotalMilliseconds);
    }

    [Fact]
    public async Task A_replica_that_refuses_writes_is_named_and_nothing_is_lost()
    {
        await using var queue = await OpenAsync("a");
        var entry = await AddAsync();
        await TakeAsync(queue, 1);
        await server.Admin.ExecuteAsync("REPLICAOF", "127.0.0.1", "1");
        try
        {
            var settling = SettleAsync(queue, entry, "r");
            await Eventually.HoldsAsync(() => queue.State.Status != ComponentStatus.Ok, "the fault is told");
            Assert.False(settling.IsCompleted);
            await server.Admin.ExecuteAsync("REPLICAOF", "NO", "ONE");
            Assert.IsType<Settlement.Done>(await Eventually.InTimeAsync(settling));
        }
        finally
        {
            await server.Admin.ExecuteAsync("REPLICAOF", "NO", "ONE");
        }
        Assert.Equal(["r"], await side.ResultsAsync());
    }

    [Fact]
    public async Task The_time_of_the_queue_does_not_follow_jumps_of_this_machines_clock()
    {
        var machine = new JumpingClock();
        var clock = new RedisClock(machine);
        await clock.ReadAsync(side.Database);
        foreach (var jump in new[] { TimeSpan.FromHours(1), TimeSpan.FromDays(-1), TimeSpan.FromDays(1) })
        {
            machine.Jump = jump;
            Assert.InRange(clock.Now - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task An_agent_that_starts_before_redis_works_soon_after_redis_is_up()
    {
        await server.KillAsync();
        await using var queue = side.Connect("early", Patient);
        var opening = queue.OpenAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => queue.State.Status == ComponentStatus.Degraded, "the outage is told");
        await server.StartAsync();
        await opening.WaitAsync(TimeSpan.FromSeconds(4));
        Assert.Equal(ComponentStatus.Ok, queue.State.Status);
    }

    [Fact]
    public async Task An_idle_agent_sends_at_most_two_commands_a_second()
    {
        await using var queue = await OpenAsync("idle", TimeSpan.FromSeconds(15));
        using var stop = new CancellationTokenSource();
        var waiting = queue.TakeAsync(4, stop.Token);
        var tail = queue.TailAsync(stop.Token).GetAsyncEnumerator();
        var heard = tail.MoveNextAsync().AsTask();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var before = await CommandsAsync();
        await Task.Delay(TimeSpan.FromSeconds(6));
        var sent = await CommandsAsync() - before;
        Assert.InRange(sent, 0, 12);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => heard);
    }

    private const string StreamGroup = "workers";

    private async Task<ITaskQueue> OpenAsync(string instance, TimeSpan? claimIdle = null)
    {
        var queue = side.Connect(instance, claimIdle ?? Patient);
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        return queue;
    }

    private Task<EntryId> AddAsync() => side.AddAsync("task", "{}");

    private static Task<IReadOnlyList<QueueEntry>> TakeAsync(ITaskQueue queue, int count) =>
        Eventually.InTimeAsync(queue.TakeAsync(count, CancellationToken.None));

    private static Task<Settlement> SettleAsync(ITaskQueue queue, EntryId entry, string data) =>
        Eventually.InTimeAsync(
            queue.SettleAsync(
                Claimed(entry),
                new EncodedMessage("task_result", Outlet.Results, Encoding.UTF8.GetBytes(data)),
                CancellationToken.None
            )
        );

    private async Task CutAsync(string clientName)
    {
        foreach (var client in (await server.Admin.ClientListAsync()).Where(c => c.Name == clientName))
            await server.Admin.ExecuteAsync("CLIENT", "KILL", "ID", client.Id);
    }

    // By all clients, less the two that a look at it costs.
    private async Task<long> CommandsAsync()
    {
        var stats = await server.Admin.InfoAsync("stats");
        var all = stats.SelectMany(s => s).First(p => p.Key == "total_commands_processed");
        return long.Parse(all.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Claim Claimed(EntryId entry) => new(entry, None);

    /// <summary>A machine whose wall clock somebody sets, while its monotonic clock goes on.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;
    }
}
