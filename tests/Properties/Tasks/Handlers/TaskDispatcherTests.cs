using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

public sealed class TaskDispatcherTests
{
    private static readonly TaskPayload Payload = new TaskPayload.DbSchemas();

    [Fact]
    public async Task A_task_that_the_policy_does_not_list_is_stopped_and_counted()
    {
        var database = new FakeDatabase();
        var bench = new TaskBench
        {
            Database = database,
            Policy = new LocalPolicy { Tasks = Some<IReadOnlyList<string>>([TaskTypes.DbValidate]) },
        };
        Assert.Equal("policy_denied", (await bench.FailAsync(Payload)).Code);
        Assert.Empty(database.Calls);
        await bench.SucceedAsync<TaskResult.DatabaseValidated>(new TaskPayload.DbValidate());
        var counters = bench.Metrics.Take(TimeSpan.Zero).Counters;
        Assert.Equal(1, counters["db_schemas_error"]);
        Assert.Equal(1, counters["error_policy_denied"]);
        Assert.Equal(1, counters["db_validate_success"]);
    }

    [Fact]
    public async Task A_bug_becomes_an_internal_error_without_its_text()
    {
        var bench = new TaskBench
        {
            Database = new FakeDatabase { Trouble = _ => throw new InvalidOperationException("row: Ann Miller") },
        };
        var failure = await bench.FailAsync(Payload);
        Assert.Equal("internal_error", failure.Code);
        Assert.DoesNotContain("Miller", $"{failure.Message} {failure.NextSteps}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_bug()
    {
        var bench = new TaskBench { Database = new FakeDatabase { Trouble = _ => throw new TaskCanceledException() } };
        Assert.Equal("internal_error", (await bench.FailAsync(Payload)).Code);
    }

    [Fact]
    public async Task A_task_is_ended_at_its_time_limit()
    {
        var bench = new TaskBench { Database = Endless() };
        var running = bench.RunAsync(Payload, TimeSpan.FromSeconds(5));
        bench.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(running.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(0.2));
        var failure = (await running).Match(Right: _ => throw new Xunit.Sdk.XunitException("succeeded"), Left: f => f);
        Assert.Equal("timeout", failure.Code);
        Assert.Contains("5 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_own_cancellation_passes()
    {
        using var stop = new CancellationTokenSource();
        var running = new TaskBench { Database = Endless() }.RunAsync(Payload, TimeSpan.FromSeconds(5), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static FakeDatabase Endless() => new() { Trouble = token => Task.Delay(Timeout.Infinite, token) };
}
