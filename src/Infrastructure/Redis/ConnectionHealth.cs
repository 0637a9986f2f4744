using System.Collections.Concurrent;
using Causum.Domain.Messages;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Redis;

/// <summary>What is known of Redis right now, over all connections of this process.</summary>
internal sealed class ConnectionHealth(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, RedisFault> faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> missingRights = new(StringComparer.Ordinal);
    private int severalSlots;
    private Reading last = new(ComponentStatus.Unknown, DateTimeOffset.MinValue, None);

    public ComponentState State
    {
        get
        {
            var (status, at, latency) = last;
            // What somebody has to mend goes before what may pass.
            foreach (var fault in faults.Values.OrderByDescending(f => f.Kind == RedisFaultKind.Refused))
            {
                var state = fault.Kind == RedisFaultKind.Refused ? ComponentStatus.Failed : ComponentStatus.Degraded;
                return new(state, at, None, fault.Sentence);
            }
            return missingRights.IsEmpty
                ? new(status, at, latency, None)
                : new(
                    ComponentStatus.Degraded,
                    at,
                    latency,
                    $"the Redis user may not use {string.Join(", ", missingRights.Keys.Order(StringComparer.Ordinal))}"
                );
        }
    }

    public void Succeeded(string purpose, Option<TimeSpan> latency)
    {
        faults.TryRemove(purpose, out _);
        last = new(ComponentStatus.Ok, time.GetUtcNow(), latency || last.Latency);
    }

    public void Failed(string purpose, RedisFault fault)
    {
        faults[purpose] = fault;
        last = last with { At = time.GetUtcNow() };
    }

    /// <summary>Tells of a missing right, in the log the first time.</summary>
    public void Lacks(OptionalRight right, ILogger logger)
    {
        if (missingRights.TryAdd(right.Command, right.Command))
            RedisLog.MissingRight(logger, right.Command, right.Consequence);
    }

    /// <summary>Tells in the log, the first time, that the keys lie in several slots. No fault: everything works, only not in one atomic step.</summary>
    public void SeveralSlots(OptionalRight instead, ILogger logger)
    {
        if (Interlocked.Exchange(ref severalSlots, 1) == 0)
            RedisLog.SeveralSlots(logger, instead.Consequence);
    }

    private sealed record Reading(ComponentStatus Status, DateTimeOffset At, Option<TimeSpan> Latency);
}
