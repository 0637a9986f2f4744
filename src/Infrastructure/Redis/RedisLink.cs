using Causum.Infrastructure.Redis.Connecting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Runs commands on one connection through every outage.</summary>
internal sealed class RedisLink(
    string purpose,
    RedisDialer dialer,
    Func<IDatabase, Task> prepare,
    ConnectionHealth health,
    TimeProvider time,
    ILogger logger
) : IAsyncDisposable
{
    private readonly RedisConnection connection = new(purpose, dialer, prepare, health, time, logger);

    /// <summary>Ends when the link is closed, for reads that outlive the call that began them.</summary>
    public CancellationToken Lifetime => connection.Lifetime;

    /// <summary>How many connections there were so far; another number means that replies may have been lost.</summary>
    public int Generation => connection.Generation;

    /// <summary>Runs a command until Redis has answered it.</summary>
    public async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            var answer = await TryAsync(command, failures, cancellationToken);
            if (answer.Case is T value)
                return value;
        }
    }

    /// <summary>Like <see cref="RunAsync{T}"/>, but None where the command cannot be run here: the user may not, or its keys lie in several slots.</summary>
    public async Task<Option<T>> RunIfAllowedAsync<T>(
        OptionalRight right,
        Func<IDatabase, Task<T>> command,
        CancellationToken cancellationToken
    )
    {
        var answer = await RunAsync(db => AllowedAsync(db, command), cancellationToken);
        return Noted(answer, right);
    }

    /// <summary>Once, as <see cref="TryAsync{T}"/>; Some(None) where the command cannot be run here.</summary>
    public async Task<Option<Option<T>>> TryIfAllowedAsync<T>(
        OptionalRight right,
        Func<IDatabase, Task<T>> command,
        int failures,
        CancellationToken cancellationToken
    )
    {
        var answer = await TryAsync(db => AllowedAsync(db, command), failures, cancellationToken);
        return answer.Map(a => Noted(a, right));
    }

    /// <summary>Runs a command once. None: it failed in a way that passes, the cause was dealt with and the wait is over.</summary>
    public async Task<Option<T>> TryAsync<T>(
        Func<IDatabase, Task<T>> command,
        int failures,
        CancellationToken cancellationToken
    )
    {
        var used = await connection.OpenAsync(cancellationToken);
        var start = time.GetTimestamp();
        try
        {
            var answer = await command(used.GetDatabase()).WaitAsync(cancellationToken);
            health.Succeeded(purpose, time.GetElapsedTime(start));
            return answer;
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault fault)
        {
            await connection.OvercomeAsync(used, fault, failures + 1, cancellationToken);
            return None;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private Option<T> Noted<T>(Either<RedisFault, T> answer, OptionalRight right)
    {
        if (answer.Case is RedisFault fault)
        {
            if (fault.Kind == RedisFaultKind.SeveralSlots)
                health.SeveralSlots(right, logger);
            else
                health.Lacks(right, logger);
        }
        return answer.ToOption();
    }

    private static async Task<Either<RedisFault, T>> AllowedAsync<T>(
        IDatabase database,
        Func<IDatabase, Task<T>> command
    )
    {
        try
        {
            return await command(database);
        }
        catch (Exception e)
            when (RedisFault.From(e).Case
                    is RedisFault { Kind: RedisFaultKind.MissingRight or RedisFaultKind.SeveralSlots } fault
            )
        {
            return fault;
        }
    }
}
