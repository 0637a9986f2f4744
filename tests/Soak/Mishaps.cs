using System.Collections.Concurrent;
using Causum.Integration.EndToEnd.Faults;
using Causum.Integration.Support;

namespace Causum.Soak;

/// <summary>What goes wrong: for each instance, and for Redis, one thing after another at random times. The order follows from the seed, the moments from the machine.</summary>
internal sealed class Mishaps(int seed, TimeSpan claimIdle, CancellationToken stop)
{
    private static readonly TimeSpan LongestCalm = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan LongestCalmOfRedis = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public string Told => string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"));

    /// <summary>Ends with the instance alive and its link whole.</summary>
    public async Task StrikeAsync(LinkedAgent agent)
    {
        var random = new Random(HashCode(agent.Name));
        while (await CalmAsync(LongestCalm * random.NextDouble()))
        {
            var pause = random.NextDouble();
            await (
                random.Next(7) switch
                {
                    0 or 1 => KillAsync(agent, pause),
                    2 => FreezeAsync(agent, pause),
                    3 => StopAsync(agent),
                    4 => LoseRepliesAsync(agent, pause),
                    5 => StrandAsync(agent),
                    _ => CutAsync(agent),
                }
            );
        }
    }

    public async Task StrikeAsync(RedisServer redis)
    {
        var random = new Random(HashCode("redis"));
        while (await CalmAsync(LongestCalmOfRedis * random.NextDouble()))
        {
            Count("redis restarted");
            await redis.KillAsync();
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()), CancellationToken.None);
            await redis.StartAsync();
        }
    }

    private async Task KillAsync(LinkedAgent agent, double pause)
    {
        Count("killed");
        await agent.KillAsync();
        // Now and then back before anybody could take over, now and then long after.
        await Task.Delay(claimIdle * (1.5 * pause), CancellationToken.None);
        agent.Restart();
    }

    private async Task FreezeAsync(LinkedAgent agent, double pause)
    {
        Count("frozen");
        agent.Process.Signal("STOP");
        await Task.Delay(claimIdle * (0.5 + (2 * pause)), CancellationToken.None);
        agent.Process.Signal("CONT");
    }

    private async Task StopAsync(LinkedAgent agent)
    {
        Count("stopped");
        agent.Process.Signal("TERM");
        await agent.Process.WaitForExitAsync(StopLimit);
        agent.Restart();
    }

    private async Task LoseRepliesAsync(LinkedAgent agent, double pause)
    {
        Count("replies lost");
        agent.Link.HoldToClient();
        await Task.Delay(TimeSpan.FromSeconds(2 * pause), CancellationToken.None);
        agent.Link.Cut();
        agent.Link.Mend();
    }

    private Task StrandAsync(LinkedAgent agent)
    {
        Count("half open");
        agent.Link.Strand();
        return Task.CompletedTask;
    }

    private Task CutAsync(LinkedAgent agent)
    {
        Count("cut");
        agent.Link.Cut();
        return Task.CompletedTask;
    }

    private void Count(string mishap) => counts.AddOrUpdate(mishap, 1, (_, n) => n + 1);

    // Not string.GetHashCode, which differs from process to process.
    private int HashCode(string name) => name.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));

    private async Task<bool> CalmAsync(TimeSpan time)
    {
        await Task.Delay(time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }
}
