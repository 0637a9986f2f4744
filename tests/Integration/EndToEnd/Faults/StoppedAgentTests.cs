using Causum.Integration.Support;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>The shipped binary at SIGTERM with work on its hands (faults.md 50), and two under one name (27).</summary>
[Collection(FaultCollection.Name)]
public sealed class StoppedAgentTests(RedisServer redis)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task SIGTERM_lets_a_task_end_and_begins_no_new_one()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-running");
        await fleet.RunsAsync("t-running");
        await StopAsync(fleet);
        await fleet.AddAsync("t-late");
        fleet.LetGo("t-running");
        await EndedAsync(fleet, 0);
        Assert.Equal("success", (string?)(await fleet.AnswerAsync("t-running"))["status"]);
        Assert.Empty(await fleet.AnswersAsync("t-late"));
        Assert.Equal("stopping", (string?)(await fleet.TelemetryAsync("heartbeat"))[^1]["status"]);

        fleet[0].Restart();
        await fleet.AnswerAsync("t-late");
        await fleet.AnsweredOnceAsync("t-running", "t-late");
    }

    [Fact]
    public async Task SIGTERM_with_a_grace_that_is_too_short_hands_the_task_to_another_instance()
    {
        await using var fleet = await Fleet.StartAsync(redis, 2, Grace("1"));
        await fleet.AddHeldAsync("t-running");
        await fleet.RunsAsync("t-running");
        var owner = (await redis.Database.StreamConsumerInfoAsync(fleet.Tasks, "workers"))
            .Single(consumer => consumer.PendingMessageCount > 0)
            .Name;
        var (leaving, staying) = owner == "a" ? (fleet[0], "b") : (fleet[1], "a");
        leaving.Process.Signal("TERM");
        await leaving.Process.WaitForExitAsync(Patience);
        Assert.Equal(0, leaving.Process.ExitCode);
        await fleet.RunsAsync("t-running", 2);
        fleet.LetGo("t-running");
        Assert.Equal(staying, (string?)(await fleet.AnswerAsync("t-running"))["instance_id"]);
        await fleet.AnsweredOnceAsync("t-running");
    }

    [Fact]
    public async Task A_second_SIGTERM_ends_it_at_once_and_leaves_the_task_pending()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1, Grace("600"));
        await fleet.AddHeldAsync("t-running");
        await fleet.RunsAsync("t-running");
        await StopAsync(fleet);
        await EndedAsync(fleet, 130, "TERM");
        Assert.Equal(1, await fleet.PendingAsync());
        Assert.Empty(await fleet.AnswersAsync("t-running"));

        fleet[0].Restart();
        await fleet.RunsAsync("t-running", 2);
        fleet.LetGo("t-running");
        await fleet.AnswerAsync("t-running");
        await fleet.AnsweredOnceAsync("t-running");
    }

    [Fact]
    public async Task SIGTERM_while_a_result_is_on_its_way_publishes_it_whole_and_leaves_the_group()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-leaving");
        await fleet.RunsAsync("t-leaving");
        fleet[0].Link.HoldToServer();
        fleet.LetGo("t-leaving");
        await fleet.UntilAsync(
            () => Task.FromResult(fleet[0].Link.HoldsRequest("\"task_result\""u8)),
            "the result is on its way"
        );
        await StopAsync(fleet);
        fleet[0].Link.Mend();
        await EndedAsync(fleet, 0);
        await fleet.AnsweredOnceAsync("t-leaving");
        Assert.Empty(await redis.Database.StreamConsumerInfoAsync(fleet.Tasks, "workers"));
    }

    [Fact]
    public async Task Two_processes_with_one_identity_answer_each_task_once()
    {
        var name = new Dictionary<string, string>(StringComparer.Ordinal) { ["AGENT_INSTANCE_ID"] = "twin" };
        await using var fleet = await Fleet.StartAsync(redis, 2, name);
        var tasks = Enumerable.Range(0, 100).Select(i => $"t-{i}").ToList();
        foreach (var task in tasks)
            await fleet.AddAsync(task);
        foreach (var task in tasks)
            await fleet.AnswerAsync(task);
        await fleet.AnsweredOnceAsync(tasks);
    }

    private static Dictionary<string, string> Grace(string seconds) =>
        new(StringComparer.Ordinal) { ["AGENT_SHUTDOWN_GRACE_SECONDS"] = seconds };

    private static async Task StopAsync(Fleet fleet)
    {
        fleet[0].Process.Signal("TERM");
        await fleet.UntilAsync(
            () => Task.FromResult(fleet[0].Process.Errors.Contains("Stopping: no new tasks", StringComparison.Ordinal)),
            "it stops"
        );
    }

    private static async Task EndedAsync(Fleet fleet, int code, string? signal = null)
    {
        if (signal is not null)
            fleet[0].Process.Signal(signal);
        await fleet[0].Process.WaitForExitAsync(Patience);
        Assert.Equal(code, fleet[0].Process.ExitCode);
    }
}
