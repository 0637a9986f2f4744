using System.Globalization;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>The shipped binary killed and frozen at chosen bytes (faults.md 1-7, 22, 27), judged by what Redis holds.</summary>
[Collection(FaultCollection.Name)]
public sealed class KilledAgentTests(RedisServer redis)
{
    [Fact]
    public async Task Killed_when_a_task_was_delivered_to_it_and_not_yet_read()
    {
        await using var fleet = await Fleet.StartAsync(redis, 2);
        var (first, second) = (fleet[0], fleet[1]);
        first.Link.HoldToClient();
        second.Link.Strand();
        second.Link.Refuse();
        await fleet.AddAsync("t-unread");
        await fleet.UntilAsync(async () => await fleet.PendingAsync() == 1, "the task is delivered");
        await first.KillAsync();
        second.Link.Mend();

        var answer = await fleet.AnswerAsync("t-unread");
        Assert.Equal(("b", 2), ((string?)answer["instance_id"], (int)answer["delivery_count"]!));
        await fleet.AnsweredOnceAsync("t-unread");
    }

    [Fact]
    public async Task Killed_after_the_work_and_before_its_result_reached_Redis()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-done");
        await fleet.RunsAsync("t-done");
        fleet[0].Link.HoldToServer();
        fleet.LetGo("t-done");
        await fleet.UntilAsync(
            () => Task.FromResult(fleet[0].Link.HoldsRequest("\"task_result\""u8)),
            "the result is on its way"
        );
        await fleet[0].KillAsync();
        Assert.Equal(1, await fleet.PendingAsync());
        Assert.Empty(await fleet.AnswersAsync("t-done"));
        fleet[0].Link.Cut();
        fleet[0].Link.Mend();

        fleet[0].Restart();
        Assert.Equal(2, (int)(await fleet.AnswerAsync("t-done"))["delivery_count"]!);
        await fleet.AnsweredOnceAsync("t-done");
        Assert.Equal(2, fleet.Ran("t-done"));
    }

    [Fact]
    public async Task Killed_when_Redis_has_its_result_and_it_does_not_know()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-known");
        await fleet.RunsAsync("t-known");
        fleet[0].Link.HoldToClient();
        fleet.LetGo("t-known");
        await fleet.AnswerAsync("t-known");
        // Result and acknowledgement are one step: there is no moment with only one of them.
        Assert.Equal(0, await fleet.PendingAsync());
        await fleet[0].KillAsync();
        fleet[0].Link.Mend();

        var before = await fleet.ReadyCountAsync(fleet[0]);
        fleet[0].Restart();
        await fleet.ReadyAsync(fleet[0], before + 1);
        await fleet.AddAsync("t-next");
        await fleet.AnswerAsync("t-next");
        await fleet.AnsweredOnceAsync("t-known", "t-next");
        Assert.Equal(1, fleet.Ran("t-known"));
    }

    [Fact]
    public async Task Killed_while_it_takes_over_from_another_that_was_killed()
    {
        await using var fleet = await Fleet.StartAsync(redis, 3);
        await fleet.AddHeldAsync("t-heir");
        await fleet.RunsAsync("t-heir");
        var first = await OwnerAsync(fleet);
        await first.KillAsync();
        await fleet.RunsAsync("t-heir", 2);
        var second = await OwnerAsync(fleet);
        Assert.NotEqual(first.Name, second.Name);
        await second.KillAsync();
        await fleet.RunsAsync("t-heir", 3);
        fleet.LetGo("t-heir");

        Assert.Equal(3, (int)(await fleet.AnswerAsync("t-heir"))["delivery_count"]!);
        await fleet.AnsweredOnceAsync("t-heir");
    }

    [Fact]
    public async Task The_mark_waits_for_the_task_of_a_killed_instance_while_others_answer_later_ones()
    {
        await using var fleet = await Fleet.StartAsync(redis, 2);
        var lower = await fleet.AddHeldAsync("t-lower");
        await fleet.RunsAsync("t-lower");
        await (await OwnerAsync(fleet)).KillAsync();
        await fleet.AddAsync("t-higher");
        await fleet.AnswerAsync("t-higher");
        Assert.True(Place(await fleet.MarkAsync()).CompareTo(Place(lower)) < 0, "the mark is below what is pending");
        fleet.LetGo("t-lower");
        await fleet.AnsweredOnceAsync("t-lower", "t-higher");
    }

    [Fact]
    public async Task Frozen_past_its_claim_and_continued_its_late_result_is_refused()
    {
        await using var fleet = await Fleet.StartAsync(redis, 2);
        await fleet.AddHeldAsync("t-frozen");
        await fleet.RunsAsync("t-frozen");
        var frozen = await OwnerAsync(fleet);
        frozen.Process.Signal("STOP");
        await fleet.RunsAsync("t-frozen", 2);
        fleet.LetGo("t-frozen");
        await fleet.AnswerAsync("t-frozen");
        frozen.Process.Signal("CONT");
        await fleet.UntilAsync(
            () =>
                Task.FromResult(
                    frozen.Process.Errors.Contains("is dropped: another instance", StringComparison.Ordinal)
                ),
            "the late result was refused"
        );
        await fleet.AnsweredOnceAsync("t-frozen");
    }

    [Fact]
    public async Task A_task_longer_than_the_claim_stays_with_its_living_instance()
    {
        await using var fleet = await Fleet.StartAsync(redis, 2);
        await fleet.AddHeldAsync("t-long");
        await fleet.RunsAsync("t-long");
        var started = await ServerTimeAsync();
        await fleet.UntilAsync(
            async () => await ServerTimeAsync() - started > TimeSpan.FromSeconds(5),
            "more than two claims' time has passed"
        );
        fleet.LetGo("t-long");
        Assert.Equal(1, (int)(await fleet.AnswerAsync("t-long"))["delivery_count"]!);
        await fleet.AnsweredOnceAsync("t-long");
        Assert.Equal(1, fleet.Ran("t-long"));
    }

    [Fact]
    public async Task A_task_that_ends_the_process_each_time_becomes_poison_and_the_others_are_answered()
    {
        await using var fleet = await Fleet.StartAsync(
            redis,
            1,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["AGENT_MAX_DELIVERIES"] = "2" }
        );
        await fleet.AddHeldAsync("t-deadly");
        for (var delivery = 1; delivery <= 2; delivery++)
        {
            await fleet.RunsAsync("t-deadly", delivery);
            await fleet[0].KillAsync();
            fleet[0].Restart();
        }
        await fleet.AddAsync("t-harmless");
        var answer = await fleet.AnswerAsync("t-deadly");
        Assert.Equal("poison_task", (string?)answer["error"]!["code"]);
        Assert.Equal(2, fleet.Ran("t-deadly"));
        await fleet.AnswerAsync("t-harmless");
        await fleet.AnsweredOnceAsync("t-harmless");
    }

    private async Task<LinkedAgent> OwnerAsync(Fleet fleet)
    {
        var pending = await redis.Database.StreamPendingMessagesAsync(fleet.Tasks, "workers", 1, RedisValue.Null);
        var name = (string)Assert.Single(pending).ConsumerName!;
        return fleet[name[0] - 'a'];
    }

    private Task<DateTime> ServerTimeAsync() => redis.Admin.TimeAsync();

    private static (ulong, ulong) Place(RedisValue entry)
    {
        var parts = ((string?)entry ?? "0-0").Split('-');
        return (
            ulong.Parse(parts[0], CultureInfo.InvariantCulture),
            ulong.Parse(parts[1], CultureInfo.InvariantCulture)
        );
    }
}
