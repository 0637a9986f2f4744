using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Leaves reconnecting to <see cref="RedisLink"/>.</summary>
internal sealed class NoReconnect : IReconnectRetryPolicy
{
    public bool ShouldRetry(long currentRetryCount, int timeElapsedMillisecondsSinceLastRetry) => false;
}
