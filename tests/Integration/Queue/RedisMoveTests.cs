using System.Text;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Integration.Queue;

/// <summary>Redis moves away beneath a queue at work (faults.md 11): its commands and both blocked reads follow, and nothing is lost.</summary>
public sealed class RedisMoveTests(RedisSentinel sentinel, RedisCluster cluster)
    : IClassFixture<RedisSentinel>,
        IClassFixture<RedisCluster>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failover_by_sentinels(bool kill) =>
        await FollowsAsync(
            new RedisSide(sentinel.Url, sentinel.Database),
            async _ =>
            {
                await sentinel.ReplicatedAsync();
                await sentinel.FailOverAsync(kill);
            }
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failover_in_a_cluster(bool tagged) =>
        await FollowsAsync(new RedisSide(cluster.Url, cluster.Database, tagged), cluster.FailOverAsync);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slot_that_moves_to_another_master(bool tagged) =>
        await FollowsAsync(new RedisSide(cluster.Url, cluster.Database, tagged), cluster.MoveSlotAsync);

    [Fact]
    public async Task Sentinels_with_a_login_of_their_own_let_in_who_has_it()
    {
        await Dialing.SucceedsAsync(sentinel.GuardedUrl);
        var fault = await Dialing.FaultAsync(sentinel.GuardedUrl.Split('?')[0]);
        Assert.Contains("sentinel_password", fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentinels_without_a_login_do_not_mind_that_Redis_has_one()
    {
        await sentinel.AddUserAsync("agent-user", "agent-pw");
        await Dialing.SucceedsAsync(
            sentinel.Url.Replace($":{RedisSentinel.Password}@", "agent-user:agent-pw@", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_service_that_no_sentinel_knows_is_told()
    {
        var fault = await Dialing.FaultAsync(
            sentinel.Url.Replace($"/{RedisSentinel.Service}", "/another", StringComparison.Ordinal)
        );
        Assert.Contains("the sentinels know no primary of the name", fault.Sentence, StringComparison.Ordinal);
    }

    /// <param name="move">Moves the slot or the server of the key that it is given.</param>
    private static async Task FollowsAsync(RedisSide side, Func<string, Task> move)
    {
        await using var queue = side.Connect("a", TimeSpan.FromMinutes(1));
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        await side.AddAsync("task", "{}");
        var held = Assert.Single(await Eventually.InTimeAsync(queue.TakeAsync(1, CancellationToken.None)));
        var waiting = queue.TakeAsync(1, CancellationToken.None);
        var tail = queue.TailAsync(CancellationToken.None).GetAsyncEnumerator();
        var heard = tail.MoveNextAsync().AsTask();

        await move(side.Keys.Tasks.ToString());

        await AddAsync(side, "task");
        var fresh = Assert.Single(await Eventually.InTimeAsync(waiting));
        await SettleAsync(queue, held, "held");
        await SettleAsync(queue, fresh, "fresh");
        Assert.Equal(["held", "fresh"], await side.ResultsAsync());
        Assert.Equal(fresh.Id, await side.LastAckAsync());
        await AddAsync(side, "config");
        Assert.True(await Eventually.InTimeAsync(heard));
        Assert.Equal(ComponentStatus.Ok, queue.State.Status);
    }

    private static async Task SettleAsync(ITaskQueue queue, QueueEntry entry, string data) =>
        Assert.IsType<Settlement.Done>(
            await Eventually.InTimeAsync(
                queue.SettleAsync(
                    entry.Claim,
                    new EncodedMessage("task_result", Outlet.Results, Encoding.UTF8.GetBytes(data)),
                    CancellationToken.None
                )
            )
        );

    // The test's own connection has to find the new place too.
    private static Task AddAsync(RedisSide side, string type) =>
        Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    await side.AddAsync(type, $"{{\"type\":\"{type}\"}}");
                    return true;
                }
                catch (RedisException)
                {
                    return false;
                }
            },
            $"a {type} is sent"
        );
}
