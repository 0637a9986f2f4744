using System.Globalization;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>The shipped binary while Redis, or the way to it, fails (faults.md 8-10, 13, 15, 16, 18, 52), judged by what Redis holds.</summary>
[Collection(FaultCollection.Name)]
public sealed class FailingRedisTests(RedisServer redis)
{
    private const int Crowd = 600;

    [Fact]
    public async Task Redis_restarts_with_its_data_while_tasks_run()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-over");
        await fleet.AddHeldAsync("t-after");
        await fleet.RunsAsync("t-over");
        await fleet.RunsAsync("t-after");
        await redis.KillAsync();
        fleet.LetGo("t-over");
        await redis.StartAsync();
        await fleet.AnswerAsync("t-over");
        fleet.LetGo("t-after");
        await fleet.AddAsync("t-new");
        await fleet.AnswerAsync("t-new");
        await fleet.AnsweredOnceAsync("t-over", "t-after", "t-new");
        await HealthyAsync(fleet);
    }

    [Fact]
    public async Task Redis_restarts_empty_while_a_task_runs()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-saved");
        await fleet.RunsAsync("t-saved");
        await redis.KillAsync();
        redis.EraseData();
        await redis.StartAsync();
        fleet.LetGo("t-saved");
        Assert.Equal("success", (string?)(await fleet.AnswerAsync("t-saved"))["status"]);
        await fleet.UntilAsync(
            async () => (await fleet.ResultsAsync("instance_register")).Count == 1,
            "the instance registers again"
        );
        await fleet.UntilAsync(
            async () => (await fleet.ResultsAsync("config_request")).Any(m => (string?)m["reason"] == "reload"),
            "the instance asks for its config again"
        );
        await fleet.AddAsync("t-new");
        await fleet.AnswerAsync("t-new");
        await fleet.AnsweredOnceAsync("t-saved", "t-new");
        Assert.Equal(1, fleet.Ran("t-saved"));
    }

    [Fact]
    public async Task The_group_is_destroyed_while_a_task_runs()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-answered");
        fleet.LetGo("t-answered");
        await fleet.AnswerAsync("t-answered");
        await fleet.AddHeldAsync("t-running");
        await fleet.RunsAsync("t-running");
        await redis.Database.StreamDeleteConsumerGroupAsync(fleet.Tasks, "workers");
        await fleet.UntilAsync(
            async () => (await redis.Database.StreamGroupInfoAsync(fleet.Tasks)).Length == 1,
            "the group is made again"
        );
        fleet.LetGo("t-running");
        await fleet.AddAsync("t-new");
        await fleet.AnswerAsync("t-new");
        await fleet.AnsweredOnceAsync("t-answered", "t-running", "t-new");
        Assert.Equal((1, 1), (fleet.Ran("t-answered"), fleet.Ran("t-running")));
    }

    [Fact]
    public async Task The_password_is_changed_while_it_runs()
    {
        await AclAsync("SETUSER", "changed", "reset", "on", ">first-planted", "~*", "&*", "+@all");
        await using var fleet = await Fleet.StartAsync(redis, 1, login: "changed:first-planted@");
        await fleet.AddHeldAsync("t-meanwhile");
        await fleet.RunsAsync("t-meanwhile");
        // Else a login that fails leaves the connection with the default user's rights.
        await redis.Admin.ConfigSetAsync("requirepass", "of-nobody-here");
        try
        {
            await AclAsync("SETUSER", "changed", "resetpass", ">second-planted");
            var (refused, tries) = (await ErrorsAsync("WRONGPASS"), fleet[0].Link.Opened);
            await redis.Admin.ExecuteAsync("CLIENT", "KILL", "USER", "changed");
            fleet.LetGo("t-meanwhile");
            await fleet.UntilAsync(
                async () => await ErrorsAsync("WRONGPASS") >= refused + 10,
                "it goes on trying with the password it has"
            );
            // Three connections with a back-off each; a loop would have come to thousands by now.
            Assert.InRange(fleet[0].Link.Opened - tries, 1, 60);
            Assert.Contains("refuses the credentials", fleet[0].Process.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("planted", fleet[0].Process.Errors, StringComparison.Ordinal);
            await AclAsync("SETUSER", "changed", "resetpass", ">first-planted");
            await fleet.AnswerAsync("t-meanwhile");
        }
        finally
        {
            await redis.Admin.ConfigSetAsync("requirepass", "");
        }
        await fleet.AnsweredOnceAsync("t-meanwhile");
        await HealthyAsync(fleet);
    }

    [Fact]
    public async Task Redis_is_out_of_memory_while_tasks_run()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-oom");
        await fleet.RunsAsync("t-oom");
        await redis.Admin.ConfigSetAsync("maxmemory-policy", "noeviction");
        await FillUpAsync(fleet);
        try
        {
            fleet.LetGo("t-oom");
            var refused = await ErrorsAsync("OOM");
            await fleet.UntilAsync(async () => await ErrorsAsync("OOM") >= refused + 5, "Redis refuses to write");
            Assert.InRange(await fleet.PendingAsync(), 1, Fleet.MostPending);
            Assert.Empty(await fleet.AnswersAsync("t-oom"));
        }
        finally
        {
            await redis.Admin.ConfigSetAsync("maxmemory", "0");
        }
        await fleet.AnswerAsync("t-oom");
        await CrowdAnsweredAsync(fleet);
        await fleet.AnsweredOnceAsync("t-oom");
    }

    [Fact]
    public async Task The_tasks_stream_is_trimmed_below_what_was_pending()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-trimmed");
        await fleet.RunsAsync("t-trimmed");
        await fleet[0].KillAsync();
        await redis.Database.StreamTrimAsync(fleet.Tasks, 0);
        fleet[0].Restart();
        await fleet.AddAsync("t-new");
        await fleet.AnswerAsync("t-new");
        await fleet.AnsweredOnceAsync("t-new");
        Assert.Contains("1 pending entries were trimmed", fleet[0].Process.Errors, StringComparison.Ordinal);
        Assert.Empty(await fleet.AnswersAsync("t-trimmed"));
    }

    [Fact]
    public async Task Connections_are_half_open_while_a_task_runs()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        await fleet.AddHeldAsync("t-running");
        await fleet.RunsAsync("t-running");
        fleet[0].Link.Strand();
        await fleet.AddAsync("t-unheard");
        fleet.LetGo("t-running");
        Assert.Equal(1, (int)(await fleet.AnswerAsync("t-running"))["delivery_count"]!);
        await fleet.AnswerAsync("t-unheard");
        await fleet.AnsweredOnceAsync("t-running", "t-unheard");
        await HealthyAsync(fleet);
    }

    [Fact]
    public async Task Connections_are_slow_damaged_and_cut_while_tasks_come()
    {
        await using var fleet = await Fleet.StartAsync(redis, 1);
        var link = fleet[0].Link;
        link.Delay = TimeSpan.FromMilliseconds(50);
        for (var i = 0; i < 10; i++)
        {
            await fleet.AddAsync($"t-{i}");
            if (i % 2 == 0)
                link.Cut();
            else
                link.Damage(1);
            await fleet.UntilAsync(() => Task.FromResult(link.Damaged), "a reply was damaged");
        }
        link.Delay = TimeSpan.Zero;
        for (var i = 0; i < 10; i++)
            await fleet.AnswerAsync($"t-{i}");
        await fleet.AnsweredOnceAsync(Enumerable.Range(0, 10).Select(i => $"t-{i}"));
        await HealthyAsync(fleet);
    }

    [Fact]
    public async Task Heartbeats_cannot_be_sent_for_a_while()
    {
        await AclAsync("SETUSER", "mute", "reset", "on", ">pw", "~*", "&*", "+@all");
        await using var fleet = await Fleet.StartAsync(redis, 1, login: "mute:pw@");
        await AclAsync("SETUSER", "mute", "resetkeys", "~*:tasks", "~*:results", "~*:last_ack");
        var refused = await ErrorsAsync("NOPERM");
        await fleet.UntilAsync(async () => await ErrorsAsync("NOPERM") >= refused + 2, "heartbeats are refused");
        await fleet.AddAsync("t-all-the-same");
        await fleet.AnswerAsync("t-all-the-same");
        await fleet.AnsweredOnceAsync("t-all-the-same");
        await AclAsync("SETUSER", "mute", "allkeys");
        await HealthyAsync(fleet);
    }

    /// <summary>A crowd of tasks, and from then on no room for a write, in one step.</summary>
    private async Task FillUpAsync(Fleet fleet)
    {
        var step = redis.Database.CreateTransaction();
        _ = step.ScriptEvaluateAsync(Fleet.AddMany, [fleet.Tasks], [Crowd, Fleet.QuickTask("crowd")]);
        _ = step.ExecuteAsync("CONFIG", "SET", "maxmemory", "1");
        Assert.True(await step.ExecuteAsync());
    }

    private static async Task CrowdAnsweredAsync(Fleet fleet)
    {
        await fleet.UntilAsync(async () => (await fleet.AnswersAsync("crowd")).Count >= Crowd, "the crowd is answered");
        var answers = await fleet.AnswersAsync("crowd");
        Assert.Equal(Crowd, answers.Count);
        Assert.Equal(Crowd, answers.Select(m => (string?)m["message_id"]).Distinct().Count());
    }

    private static async Task HealthyAsync(Fleet fleet)
    {
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await fleet.UntilAsync(
            async () =>
                (await fleet.TelemetryAsync("heartbeat")).Any(m =>
                    string.CompareOrdinal((string?)m["timestamp"], now) > 0 && (string?)m["status"] == "healthy"
                ),
            "a heartbeat says that all is well again"
        );
    }

    private Task<RedisResult> AclAsync(params string[] arguments) => redis.Admin.ExecuteAsync("ACL", [.. arguments]);

    /// <summary>How often Redis has answered with this error since it was started.</summary>
    private async Task<long> ErrorsAsync(string name) =>
        (await redis.Admin.InfoAsync("errorstats"))
            .SelectMany(group => group)
            .Where(pair => pair.Key == $"errorstat_{name}")
            .Select(pair => long.Parse(pair.Value.Split('=')[1], CultureInfo.InvariantCulture))
            .FirstOrDefault();
}
