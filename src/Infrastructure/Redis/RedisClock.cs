using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>The time of the Redis server, read at each connection and carried on by the monotonic clock: jumps of this machine's clock do not touch it.</summary>
internal sealed class RedisClock(TimeProvider time)
{
    private Reading? last;

    public DateTimeOffset Now => last is { } r ? r.Time + time.GetElapsedTime(r.At) : time.GetUtcNow();

    public async Task ReadAsync(IDatabase database)
    {
        try
        {
            var reply = await database.ExecuteAsync("TIME");
            last = new(
                DateTimeOffset.FromUnixTimeSeconds((long)reply[0]).AddMicroseconds((long)reply[1]),
                time.GetTimestamp()
            );
        }
        catch (RedisServerException e) when (RedisFault.IsMissingRight(e))
        {
            // Without the right to TIME the own clock has to do.
        }
    }

    private sealed record Reading(DateTimeOffset Time, long At);
}
