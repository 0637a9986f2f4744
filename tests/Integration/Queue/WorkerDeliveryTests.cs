using System.Text;
using Causum.Domain.Queue;
using Causum.Domain.Tasks;
using Causum.Infrastructure.InMemory;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>What becomes of an entry (protocol §6, §9).</summary>
public sealed class WorkerDeliveryTests
{
    [Fact]
    public async Task A_task_is_answered_with_its_message_id_and_acknowledged()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var entry = agent.SendTask(
            "t-1",
            ""","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" """
        );
        var answer = await agent.AnswerAsync(entry);
        Assert.Equal("success", answer.GetProperty("status").GetString());
        Assert.Equal("t-1", answer.GetProperty("task_id").GetString());
        Assert.Equal("db_schemas", answer.GetProperty("task_type").GetString());
        Assert.Equal(1, answer.GetProperty("delivery_count").GetInt32());
        Assert.StartsWith("00-0af", answer.GetProperty("traceparent").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, agent.Backlog.Pending);
        Assert.Equal(entry, agent.Broker.LastAck);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"type":"task","task_id":"t-1","task_type":"db_query","params":{"query":7}}""")]
    public async Task What_cannot_be_read_is_answered_and_never_stops_the_loop(string data)
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var bad = agent.Broker.Send("task", (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(data));
        var empty = agent.Broker.Send(None, None);
        var good = agent.SendTask("good");
        Assert.Equal("invalid_task", WorkerHarness.ErrorCode(await agent.AnswerAsync(bad)));
        Assert.Equal("invalid_task", WorkerHarness.ErrorCode(await agent.AnswerAsync(empty)));
        Assert.Equal("success", (await agent.AnswerAsync(good)).GetProperty("status").GetString());
        Assert.Equal(0, agent.Backlog.Pending);
    }

    [Fact]
    public async Task An_unknown_task_type_is_answered_as_such()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var entry = agent.Send("""{"type":"task","task_id":"t-1","task_type":"db_drop","params":{}}""");
        var answer = await agent.AnswerAsync(entry);
        Assert.Equal("unknown_task_type", WorkerHarness.ErrorCode(answer));
        Assert.Equal("db_drop", answer.GetProperty("task_type").GetString());
    }

    [Fact]
    public async Task A_control_message_from_the_group_is_acknowledged_without_an_answer()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var task = agent.SendTask("t-1");
        await agent.AnswerAsync(task);
        await Eventually.HoldsAsync(() => agent.Broker.LastAck == task, "the config is acknowledged too");
        Assert.Single(WorkerHarness.Of(agent.Results, "task_result"));
    }

    [Fact]
    public async Task A_task_delivered_too_often_is_poison_and_not_run()
    {
        await using var agent = new WorkerHarness();
        var entry = agent.SendTask("deadly");
        for (var death = 0; death < 5; death++)
        {
            await using var doomed = new InMemoryTaskQueue(
                agent.Broker,
                WorkerHarness.Instance,
                new ClaimTiming(TimeSpan.FromSeconds(15))
            );
            await doomed.OpenAsync(CancellationToken.None);
            Assert.Equal(death + 1, Assert.Single(await doomed.TakeAsync(1, CancellationToken.None)).DeliveryCount);
        }
        agent.Start();
        await agent.SentAsync("instance_register");
        agent.Send(WorkerHarness.Config);
        Assert.Equal("poison_task", WorkerHarness.ErrorCode(await agent.AnswerAsync(entry)));
        Assert.Equal(0, agent.Handlers.MostAtOnce);
    }

    [Theory]
    [InlineData(""","expires_at":"2026-11-22T09:59:59.000Z" """)]
    [InlineData(""","created_at":"2026-11-22T08:59:59.000Z" """)]
    public async Task A_stale_task_is_answered_and_not_run(string times)
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var entry = agent.SendTask("old", times);
        Assert.Equal("task_expired", WorkerHarness.ErrorCode(await agent.AnswerAsync(entry)));
        Assert.Equal(0, agent.Handlers.MostAtOnce);
    }

    [Fact]
    public async Task A_running_task_is_cancelled_on_request()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        agent.Handlers.Script = Hang;
        var entry = agent.SendTask("t-1");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        agent.Send("""{"type":"task_cancel","task_id":"t-1","instance_id":"agent-2"}""");
        agent.Send("""{"type":"task_cancel","task_id":"t-1"}""");
        Assert.Equal("cancelled", WorkerHarness.ErrorCode(await agent.AnswerAsync(entry)));
        Assert.Equal(0, agent.Handlers.Running);
    }

    [Fact]
    public async Task A_cancellation_that_comes_first_is_remembered_once()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        agent.Send("""{"type":"task_cancel","task_id":"t-1"}""");
        await agent.AnswerAsync(agent.SendTask("other"));
        await Eventually.HoldsAsync(() => agent.Backlog.Lag == 0, "the cancellation has passed");
        await agent.AnswerAsync(agent.SendTask("another"));
        Assert.Equal("cancelled", WorkerHarness.ErrorCode(await agent.AnswerAsync(agent.SendTask("t-1"))));
        Assert.Equal("success", (await agent.AnswerAsync(agent.SendTask("t-1"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_cancellation_of_a_finished_task_does_nothing_and_the_same_id_runs_again()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        await agent.AnswerAsync(agent.SendTask("t-1"));
        agent.Send("""{"type":"task_cancel","task_id":"t-1"}""");
        await agent.AnswerAsync(agent.SendTask("other"));
        Assert.Equal("success", (await agent.AnswerAsync(agent.SendTask("t-1"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_task_over_its_time_limit_is_cancelled_and_answered_with_timeout()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        agent.Handlers.Script = Hang;
        var entry = agent.SendTask("t-1", ""","timeout_seconds":7""");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        await agent.MoveUntilAsync(() => agent.Answers(entry).Any(), "an answer");
        var answer = await agent.AnswerAsync(entry);
        Assert.Equal("timeout", WorkerHarness.ErrorCode(answer));
        Assert.InRange(answer.GetProperty("duration_ms").GetInt64(), 7000, 60_000);
        Assert.Equal(0, agent.Handlers.Running);
    }

    [Fact]
    public async Task A_task_that_does_not_heed_its_cancellation_is_answered_all_the_same()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        agent.Handlers.Script = (_, _) => new TaskCompletionSource<Either<TaskFailure, TaskResult>>().Task;
        var entry = agent.SendTask("deaf", ""","timeout_seconds":7""");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        await agent.MoveUntilAsync(() => agent.Answers(entry).Any(), "an answer");
        Assert.Equal("timeout", WorkerHarness.ErrorCode(await agent.AnswerAsync(entry)));
    }

    [Fact]
    public async Task A_bug_in_a_handler_is_an_internal_error_and_the_loop_goes_on()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var usual = agent.Handlers.Script;
        agent.Handlers.Script = (id, ct) => id == "bug" ? throw new InvalidOperationException("boom") : usual(id, ct);
        Assert.Equal("internal_error", WorkerHarness.ErrorCode(await agent.AnswerAsync(agent.SendTask("bug"))));
        Assert.Equal("success", (await agent.AnswerAsync(agent.SendTask("next"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task No_more_tasks_run_and_no_more_are_read_than_the_concurrency_allows()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync(concurrency: 3);
        var usual = agent.Handlers.Script;
        using var turnstile = new SemaphoreSlim(0);
        agent.Handlers.Script = async (id, ct) =>
        {
            await turnstile.WaitAsync(ct);
            return await usual(id, ct);
        };
        var entries = Enumerable.Range(0, 10).Select(n => agent.SendTask($"t-{n}")).ToList();
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 3, "three run");
        Assert.Equal(3, agent.Backlog.Pending);
        turnstile.Release(entries.Count);
        foreach (var entry in entries)
            await agent.AnswerAsync(entry);
        Assert.Equal(3, agent.Handlers.MostAtOnce);
    }

    [Fact]
    public async Task A_result_for_an_entry_that_another_instance_took_is_dropped_and_counted()
    {
        await using var agent = await WorkerHarness.ConfiguredAsync();
        var release = new TaskCompletionSource();
        var usual = agent.Handlers.Script;
        agent.Handlers.Script = async (id, ct) =>
        {
            await release.Task;
            return await usual(id, ct);
        };
        var entry = agent.SendTask("t-1");
        await Eventually.HoldsAsync(() => agent.Handlers.Running == 1, "the task runs");
        // As if this instance had been frozen for longer than the claims last.
        var robbed = agent.Broker.Tasks.ClaimIdle(
            "agent-2",
            new System.Collections.Generic.HashSet<EntryId>(),
            TimeSpan.Zero,
            1
        );
        Assert.Equal(entry, Assert.Single(robbed).Id);
        release.SetResult();
        await Eventually.HoldsAsync(
            () => agent.Metrics.Take(TimeSpan.Zero).Counters.ContainsKey("tasks_fenced"),
            "the result is dropped"
        );
        Assert.Empty(agent.Answers(entry));
    }

    private static async Task<Either<TaskFailure, TaskResult>> Hang(string taskId, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException($"{taskId} went on without end.");
    }
}
