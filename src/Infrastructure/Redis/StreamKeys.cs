using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>The keys of one agent (protocol §2). An agent key written as <c>{acme}</c> puts them all in one slot of a Redis Cluster.</summary>
internal sealed record StreamKeys(RedisKey Tasks, RedisKey Results, RedisKey Telemetry, RedisKey LastAck)
{
    public const string Group = "workers";

    public static StreamKeys Of(string agentKey) =>
        new(
            $"agent:{agentKey}:tasks",
            $"agent:{agentKey}:results",
            $"agent:{agentKey}:telemetry",
            $"agent:{agentKey}:last_ack"
        );
}
