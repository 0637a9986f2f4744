using System.Text.Json;
using Causum.Domain.Queue;
using Causum.Infrastructure.InMemory;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>Registration, config, reports and the end of a worker (protocol §3).</summary>
public sealed class WorkerLifecycleTests
{
    [Fact]
    public async Task It_registers_asks_for_a_config_and_reports_the_backlog_in_this_order()
    {
        await using var agent = new WorkerHarness();
        agent.Start();
        await agent.SentAsync("backlog_report");
        Assert.Equal(["instance_register", "config_request", "backlog_report"], Types(agent.Results));
        Assert.Equal("startup", agent.Results[1].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_heartbeat_goes_out_at_once_and_is_degraded_without_a_config()
    {
        await using var agent = new WorkerHarness();
        agent.Start();
        Assert.Equal("degraded", (await agent.ToldAsync("heartbeat")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Only_what_is_unanswered_is_published_again_after_10_20_and_40_seconds()
    {
        await using var agent = new WorkerHarness();
        agent.Start();
        await agent.SentAsync("backlog_report");
        agent.Send("""{"type":"instance_register_ack","instance_id":"agent-1","accepted":true}""");
        await agent.MoveUntilAsync(
            () => WorkerHarness.Of(agent.Results, "config_request").Count == 4,
            "three more config requests"
        );
        var times = WorkerHarness
            .Of(agent.Results, "config_request")
            .Select(m => m.GetProperty("timestamp").GetDateTimeOffset())
            .ToList();
        double[] pauses = [.. times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds)];
        Assert.InRange(pauses[0], 10, 19.9);
        Assert.InRange(pauses[1], 20, 39.9);
        Assert.InRange(pauses[2], 40, 79.9);
        Assert.Single(WorkerHarness.Of(agent.Results, "instance_register"));
    }

    [Fact]
    public async Task A_config_is_answered_by_config_applied_validation_report_and_heartbeat_in_this_order()
    {
        await using var agent = new WorkerHarness();
        agent.Start();
        await agent.ToldAsync("heartbeat");
        agent.Send(WorkerHarness.Config);
        await agent.ToldAsync("heartbeat", 2);
        Assert.Equal(["heartbeat", "config_applied", "validation_report", "heartbeat"], Types(agent.Telemetry));
        Assert.Equal("applied", agent.Telemetry[1].GetProperty("status").GetString());
        Assert.Equal("control_plane", agent.Telemetry[1].GetProperty("source").GetString());
        Assert.Equal("healthy", agent.Telemetry[3].GetProperty("status").GetString());
        Assert.Equal("c-1", agent.Telemetry[3].GetProperty("config_id").GetString());
    }

    [Fact]
    public async Task Nothing_is_read_from_the_group_before_a_config_is_applied()
    {
        await using var agent = new WorkerHarness();
        agent.Start();
        await agent.SentAsync("backlog_report");
        agent.Send("""{"type":"config","secret_store":{"provider":"env","password":"x"},"database":7}""");
        var task = agent.SendTask("t-1");
        Assert.Equal("rejected", (await agent.ToldAsync("config_applied")).GetProperty("status").GetString());
        await agent.ToldAsync("heartbeat", 2);
        Assert.Equal(0, agent.Backlog.Pending);
        agent.Send(WorkerHarness.Config);
        await agent.AnswerAsync(task);
    }

    [Fact]
    public async Task A_control_message_for_another_instance_is_ignored()
    {
        await using var agent = new WorkerHarness();
        agent.Start();
        await agent.ToldAsync("heartbeat");
        agent.Send(
            """{"type":"config","instance_id":"agent-2","config_id":"not-mine","secret_store":{"provider":"env"}}"""
        );
        agent.Send(WorkerHarness.Config);
        Assert.Equal("c-1", (await agent.ToldAsync("config_applied")).GetProperty("config_id").GetString());
    }

    [Fact]
    public async Task An_instance_that_is_not_accepted_reads_no_tasks_says_so_and_registers_again_every_5_minutes()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        await agent.AnswerAsync(agent.SendTask("before"));
        agent.Send("""{"type":"instance_register_ack","instance_id":"agent-1","accepted":false,"reason":"quota"}""");
        await agent.MoveUntilAsync(
            () => Status(agent.Telemetry) == "degraded",
            "a degraded heartbeat",
            TimeSpan.FromSeconds(5)
        );
        var registered = WorkerHarness.Of(agent.Results, "instance_register").Count;
        var task = agent.SendTask("refused");
        await agent.MoveUntilAsync(
            () => WorkerHarness.Of(agent.Results, "instance_register").Count == registered + 2,
            "two more registrations",
            TimeSpan.FromSeconds(20)
        );
        var times = WorkerHarness
            .Of(agent.Results, "instance_register")
            .Select(m => m.GetProperty("timestamp").GetDateTimeOffset())
            .ToList();
        Assert.True(times[^1] - times[^2] >= TimeSpan.FromMinutes(5));
        Assert.Empty(agent.Answers(task));
        agent.Send("""{"type":"instance_register_ack","instance_id":"agent-1","accepted":true}""");
        await agent.AnswerAsync(task);
    }

    [Fact]
    public async Task Heartbeats_and_metrics_come_at_their_times()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        await agent.AnswerAsync(agent.SendTask("t-1"));
        await agent.MoveUntilAsync(
            () => WorkerHarness.Of(agent.Results, "metrics_report").Count == 1,
            "a metrics report",
            TimeSpan.FromSeconds(5)
        );
        var report = WorkerHarness.Of(agent.Results, "metrics_report")[0];
        Assert.Equal(60, report.GetProperty("interval_seconds").GetDouble());
        Assert.Equal(1, report.GetProperty("counters").GetProperty("tasks_succeeded").GetInt64());
        Assert.Equal(1, report.GetProperty("histograms").GetProperty("task_ms").GetProperty("count").GetInt64());
        Assert.True(WorkerHarness.Of(agent.Telemetry, "heartbeat").Count >= 3);
    }

    [Fact]
    public async Task A_stop_lets_running_tasks_end_says_farewell_and_leaves_the_group()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var release = new TaskCompletionSource();
        var usual = agent.Handlers.Script;
        agent.Handlers.Script = async (id, ct) =>
        {
            await release.Task.WaitAsync(ct);
            return await usual(id, ct);
        };
        var running = agent.SendTask("running");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        await agent.StopAsync();
        var late = agent.SendTask("late");
        release.SetResult();
        await Eventually.InTimeAsync(agent.Run);
        Assert.Single(agent.Answers(running));
        Assert.Empty(agent.Answers(late));
        Assert.Equal("stopping", Status(agent.Telemetry));
        Assert.Empty(agent.Backlog.Consumers);
    }

    [Fact]
    public async Task What_does_not_end_within_the_grace_is_cancelled_and_left_pending()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        agent.Handlers.Script = Hang;
        var task = agent.SendTask("hanging");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        await agent.StopAsync();
        await agent.MoveUntilAsync(() => agent.Run.IsCompleted, "the end of the drain");
        await agent.Run;
        Assert.Equal(0, agent.Handlers.Running);
        Assert.Empty(agent.Answers(task));
        Assert.Equal(task, agent.Backlog.OldestPending);
        Assert.Equal("stopping", Status(agent.Telemetry));
        Assert.Equal("agent-1", Assert.Single(agent.Backlog.Consumers).Name);
    }

    [Fact]
    public async Task An_abort_ends_everything_at_once_and_answers_nothing()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        agent.Handlers.Script = Hang;
        var task = agent.SendTask("hanging");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        await agent.StopAsync();
        await agent.AbortAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.InTimeAsync(agent.Run));
        Assert.Empty(agent.Answers(task));
        Assert.Equal(1, agent.Backlog.Pending);
    }

    [Fact]
    public async Task A_task_longer_than_the_claim_limit_is_not_taken_over_by_another_instance()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var release = new TaskCompletionSource();
        var usual = agent.Handlers.Script;
        agent.Handlers.Script = async (id, ct) =>
        {
            await release.Task.WaitAsync(ct);
            return await usual(id, ct);
        };
        var task = agent.SendTask("long");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        await using var other = new InMemoryTaskQueue(
            agent.Broker,
            "agent-2",
            new ClaimTiming(TimeSpan.FromSeconds(15))
        );
        await other.OpenAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var robbery = other.TakeAsync(1, patience.Token);
        var end = agent.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await agent.MoveUntilAsync(() => agent.Time.GetUtcNow() > end, "a minute");
        Assert.False(robbery.IsCompleted);
        await patience.CancelAsync();
        release.SetResult();
        await agent.AnswerAsync(task);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => robbery);
    }

    private static async Task<Either<Causum.Domain.Tasks.TaskFailure, Causum.Domain.Tasks.TaskResult>> Hang(
        string taskId,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException($"{taskId} went on without end.");
    }

    private static string? Status(IReadOnlyList<JsonElement> telemetry) =>
        WorkerHarness.Of(telemetry, "heartbeat")[^1].GetProperty("status").GetString();

    private static IEnumerable<string?> Types(IReadOnlyList<JsonElement> messages) =>
        messages.Select(m => m.GetProperty("type").GetString());
}
