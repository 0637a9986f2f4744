using System.Globalization;
using Causum.Integration.Support;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>What the shipped binary costs with nothing to do and with a great deal (faults.md 21, invariant I7).</summary>
[Collection(FaultCollection.Name)]
public sealed class LoadTests(RedisServer redis)
{
    private const int Waiting = 10_000;
    private const double MostMegabytes = 200;

    [Fact]
    public async Task Ten_thousand_tasks_that_wait_at_the_start_are_worked_off_in_flat_memory()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet[0].KillAsync();
        await redis.Database.ScriptEvaluateAsync(
            Fleet.AddMany,
            [fleet.Tasks],
            [Waiting, Fleet.QuickTask("one-of-many")]
        );
        fleet[0].Restart();
        var (lag, megabytes, pending) = ((long)Waiting, 0.0, 0);
        await fleet.UntilAsync(
            async () =>
            {
                var group = (await redis.Database.StreamGroupInfoAsync(fleet.Tasks)).Single();
                Assert.True(group.Lag <= lag, "the backlog falls");
                lag = group.Lag ?? lag;
                megabytes = Math.Max(megabytes, fleet[0].Process.ResidentMegabytes);
                pending = Math.Max(pending, group.PendingMessageCount);
                return lag == 0 && group.PendingMessageCount == 0;
            },
            "all are answered"
        );
        Assert.InRange(pending, 1, Fleet.MostPending);
        Assert.InRange(megabytes, 1, MostMegabytes);
        var answers = await fleet.AnswersAsync("one-of-many");
        Assert.Equal(Waiting, answers.Count);
        Assert.Equal(Waiting, answers.Select(m => (string?)m["message_id"]).Distinct().Count());
    }

    [Fact]
    public async Task With_nothing_to_do_it_sends_two_commands_a_second_at_most_and_hardly_computes()
    {
        var asShipped = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AGENT_CLAIM_IDLE_SECONDS"] = "15",
            ["AGENT_HEARTBEAT_SECONDS"] = "30",
        };
        await using var fleet = await Fleet.StartAsync(redis, 1, asShipped);
        await PassAsync(fleet, TimeSpan.FromSeconds(2));
        var (began, commands, processor) = (await TimeAsync(), await CommandsAsync(), fleet[0].Process.ProcessorTime);
        await PassAsync(fleet, TimeSpan.FromSeconds(8));
        var (sent, used) = (await CommandsAsync() - commands, fleet[0].Process.ProcessorTime - processor);
        var passed = await TimeAsync() - began;
        Assert.InRange(sent, 0, (long)(2 * passed.TotalSeconds));
        // A loop that turns without waiting takes all of a core.
        Assert.InRange(used / passed, 0, 0.05);
    }

    private Task<DateTime> TimeAsync() => redis.Admin.TimeAsync();

    private async Task PassAsync(Fleet fleet, TimeSpan time)
    {
        var began = await TimeAsync();
        await fleet.UntilAsync(async () => await TimeAsync() - began >= time, "time passes");
    }

    /// <summary>All commands but those that this test itself asks with, and heartbeats.</summary>
    private async Task<long> CommandsAsync()
    {
        string[] own = ["cmdstat_info", "cmdstat_time", "cmdstat_xadd"];
        return (await redis.Admin.InfoAsync("commandstats"))
            .SelectMany(group => group)
            .Where(pair => !own.Contains(pair.Key, StringComparer.Ordinal))
            .Sum(pair => long.Parse(pair.Value.Split(',')[0].Split('=')[1], CultureInfo.InvariantCulture));
    }
}
