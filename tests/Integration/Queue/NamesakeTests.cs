using System.Text.Json;
using Causum.Domain.Queue;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>Two processes with one identity, as after copying a machine (faults.md 27).</summary>
public sealed class NamesakeTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(300);
    private readonly RedisSide side = new(server);

    [Fact]
    public async Task Both_say_so_each_task_is_answered_once_and_the_one_that_stays_is_healthy_again()
    {
        await using var first = await StartAsync();
        var entry = await first.HoldAsync("t-held");
        await using var second = await StartAsync();
        await Eventually.HoldsAsync(() => first.ToldShared && second.ToldShared, "both logs say so");
        await Eventually.HoldsAsync(async () => await DegradedAsync() >= 2, "the heartbeats say so");
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => first.SendAsync($"t-{n}")));
        first.Release();
        foreach (var id in sent.Append(entry))
            await first.AnswerAsync(id);
        await Eventually.HoldsAsync(async () => await first.PendingAsync() == 0, "everything is acknowledged");
        Assert.Equal(21, (await first.ResultsAsync()).Count);
        await first.StopAsync();
        await Eventually.HoldsAsync(() => second.ToldAlone, "the log of the other says that it is over");
        await second.AnsweredAsync("t-after");
    }

    private Task<RedisWorker> StartAsync() =>
        RedisWorker.StartAsync(server, side, "copied", change: s => s with { HeartbeatInterval = Beat });

    private async Task<int> DegradedAsync() =>
        (await side.MessagesAsync(side.Keys.Telemetry, "heartbeat")).Count(beat =>
            JsonElement
                .Parse(beat)
                .GetProperty("components")
                .GetProperty("redis")
                .TryGetProperty("error", out var error) && error.ValueEquals(NamesakeWatch.Sentence)
        );
}
