using Causum.Domain.Queue;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>A failover that loses the last writes (faults.md 11, 12), under a whole worker.</summary>
public sealed class FailoverTests(RedisServer server) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task Answers_that_a_failover_loses_are_published_again_as_they_were()
    {
        await using var agent = await RedisWorker.StartAsync(server);
        var kept = await agent.AnsweredAsync("kept");
        server.Mark();
        var (first, second) = (await agent.AnsweredAsync("first"), await agent.AnsweredAsync("second"));
        await server.FallBackAsync();
        await Eventually.HoldsAsync(
            async () => (await agent.ResultsAsync()).Count == 3,
            "the answers that were lost are there again"
        );
        Assert.Equal([kept, first, second], await agent.ResultsAsync());
        Assert.Equal(3, agent.Ran);
    }

    [Fact]
    public async Task An_answer_whose_task_a_failover_delivers_again_is_repeated_and_acknowledged()
    {
        await using var agent = await RedisWorker.StartAsync(server);
        await agent.AnsweredAsync("kept");
        var entry = await agent.HoldAsync("t-1");
        server.Mark();
        var answer = await agent.ReleaseAsync(entry);
        await server.FallBackAsync();
        await Eventually.HoldsAsync(
            async () => (await agent.ResultsAsync()).Count == 2,
            "the answer that was lost is there again"
        );
        Assert.Equal(answer, (await agent.ResultsAsync())[1]);
        await Eventually.HoldsAsync(async () => await agent.PendingAsync() == 0, "the task is acknowledged");
        Assert.Equal(2, agent.Ran);
    }

    [Fact]
    public async Task After_a_restart_a_mark_that_a_failover_rolls_back_swallows_no_task()
    {
        var side = new RedisSide(server);
        EntryId entry;
        await using (var before = await RedisWorker.StartAsync(server, side))
        {
            entry = await before.HoldAsync("t-1");
            server.Mark();
            await before.ReleaseAsync(entry);
            await Eventually.HoldsAsync(async () => await side.LastAckAsync() >= entry, "the mark covers the task");
            await before.StopAsync();
        }
        await using var after = await RedisWorker.StartAsync(server, side);
        Assert.True(after.Queue.Answered >= entry);
        await server.FallBackAsync();
        await after.AnswerAsync(entry);
        await Eventually.HoldsAsync(async () => await after.PendingAsync() == 0, "the task is acknowledged");
    }

    [Fact]
    public async Task An_answer_that_was_trimmed_is_not_given_again()
    {
        await using var agent = await RedisWorker.StartAsync(server);
        await agent.AnsweredAsync("t-1");
        await agent.AnsweredAsync("t-2");
        await agent.Side.Database.StreamTrimAsync(agent.Side.Keys.Results, 0);
        await agent.Side.Database.ExecuteAsync("XGROUP", "SETID", agent.Side.Keys.Tasks, "workers", "0");
        await agent.AnsweredAsync("t-3");
        Assert.Single(await agent.ResultsAsync());
        Assert.Equal(3, agent.Ran);
    }
}
