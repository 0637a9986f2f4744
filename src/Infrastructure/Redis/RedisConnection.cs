using Causum.Domain.Queue;
using Causum.Infrastructure.Redis.Connecting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// A connection that is made again for as long as it takes. The client's own reconnecting is off, so that there is one back-off, one log line a try and one
/// place that prepares a fresh connection.
/// </summary>
internal sealed class RedisConnection(
    string purpose,
    RedisDialer dialer,
    Func<IDatabase, Task> prepare,
    ConnectionHealth health,
    TimeProvider time,
    ILogger logger
) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource lifetime = new();
    private ConnectionMultiplexer? connection;

    /// <summary>Ends when the connection is closed for good.</summary>
    public CancellationToken Lifetime => lifetime.Token;

    /// <summary>How many connections there were so far; another number means that replies may have been lost.</summary>
    public int Generation { get; private set; }

    /// <summary>The connection that is up, as soon as one is.</summary>
    public async Task<ConnectionMultiplexer> OpenAsync(CancellationToken cancellationToken)
    {
        if (connection is { } open)
            return open;
        // Closing ends the tries of a caller who would wait for ever.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Token);
        await gate.WaitAsync(ended.Token);
        try
        {
            for (var failures = 1; connection is null; failures++)
                await TryOpenAsync(failures, ended.Token);
            return connection;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Does what the fault of a command asks for, and waits as long as so many failures in a row demand.</summary>
    public async Task OvercomeAsync(
        ConnectionMultiplexer used,
        RedisFault fault,
        int failures,
        CancellationToken cancellationToken
    )
    {
        health.Failed(purpose, fault);
        if (fault.Reconnect)
            await DropAsync(used, cancellationToken);
        else if (fault.Kind == RedisFaultKind.GroupGone)
            await PrepareAgainAsync(used, cancellationToken);
        if (fault.Reconnect && failures == 1)
            return;
        await BackOffAsync(fault, failures, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await lifetime.CancelAsync();
        await gate.WaitAsync();
        try
        {
            await DropAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task TryOpenAsync(int failures, CancellationToken cancellationToken)
    {
        var dialed = await dialer.DialAsync(cancellationToken);
        var failed = await dialed.Match(
            Right: opened => TakeOnAsync(opened, cancellationToken),
            Left: fault => Task.FromResult(Some(fault))
        );
        if (failed.Case is not RedisFault cause)
            return;
        health.Failed(purpose, cause);
        await BackOffAsync(cause, failures, cancellationToken);
    }

    private async Task<Option<RedisFault>> TakeOnAsync(
        ConnectionMultiplexer opened,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await prepare(opened.GetDatabase()).WaitAsync(cancellationToken);
        }
        catch (Exception e)
        {
            await opened.CloseAsync(allowCommandsToComplete: false);
            if (RedisFault.From(e).Case is RedisFault fault)
                return fault;
            throw;
        }
        connection = opened;
        Generation++;
        health.Succeeded(purpose, None);
        RedisLog.Connected(logger, purpose);
        return None;
    }

    private async Task PrepareAgainAsync(ConnectionMultiplexer used, CancellationToken cancellationToken)
    {
        try
        {
            await prepare(used.GetDatabase()).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault fault)
        {
            health.Failed(purpose, fault);
        }
    }

    private async Task BackOffAsync(RedisFault fault, int failures, CancellationToken cancellationToken)
    {
        var delay = Backoff.Delay(failures, Random.Shared.NextDouble());
        var milliseconds = (int)delay.TotalMilliseconds;
        if (fault.Kind == RedisFaultKind.Refused)
            RedisLog.Refused(logger, purpose, fault.Sentence, failures, milliseconds);
        else
            RedisLog.Retrying(logger, purpose, fault.Sentence, failures, milliseconds);
        await Task.Delay(delay, time, cancellationToken);
    }

    private async Task DropAsync(ConnectionMultiplexer used, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (ReferenceEquals(connection, used))
                await DropAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task DropAsync()
    {
        if (connection is not { } open)
            return;
        connection = null;
        await open.CloseAsync(allowCommandsToComplete: false);
    }
}
