using Causum.Domain.Queue;
using Causum.Infrastructure.Redis.Connecting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// One connection to Redis that is made again for as long as it takes. The client's own reconnecting is off, so that there is one back-off, one log line a try
/// and one place that prepares a fresh connection.
/// </summary>
internal sealed class RedisLink(
    string purpose,
    RedisDialer dialer,
    Func<IDatabase, Task> prepare,
    ConnectionHealth health,
    TimeProvider time,
    ILogger logger
) : IAsyncDisposable
{
    private int scattered;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource lifetime = new();
    private ConnectionMultiplexer? connection;

    /// <summary>Ends when the link is closed, for reads that outlive the call that began them.</summary>
    public CancellationToken Lifetime => lifetime.Token;

    /// <summary>How many connections there were so far; another number means that replies may have been lost.</summary>
    public int Generation { get; private set; }

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

    /// <summary>Like <see cref="RunAsync{T}"/>, but None where the user may not run the command.</summary>
    public async Task<Option<T>> RunIfAllowedAsync<T>(
        string name,
        string consequence,
        Func<IDatabase, Task<T>> command,
        CancellationToken cancellationToken
    )
    {
        return await RunAsync(db => AllowedAsync(name, consequence, db, command), cancellationToken);
    }

    /// <summary>Once, as <see cref="TryAsync{T}"/>; Some(None) where the user may not run the command.</summary>
    public async Task<Option<Option<T>>> TryIfAllowedAsync<T>(
        string name,
        string consequence,
        Func<IDatabase, Task<T>> command,
        int failures,
        CancellationToken cancellationToken
    )
    {
        return await TryAsync(db => AllowedAsync(name, consequence, db, command), failures, cancellationToken);
    }

    /// <summary>Runs a command once. None: it failed in a way that passes, the cause was dealt with and the wait is over.</summary>
    public async Task<Option<T>> TryAsync<T>(
        Func<IDatabase, Task<T>> command,
        int failures,
        CancellationToken cancellationToken
    )
    {
        var used = await ConnectedAsync(cancellationToken);
        var start = time.GetTimestamp();
        try
        {
            var answer = await command(used.GetDatabase()).WaitAsync(cancellationToken);
            health.Succeeded(purpose, time.GetElapsedTime(start));
            return answer;
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault fault)
        {
            await OvercomeAsync(used, fault, failures + 1, cancellationToken);
            return None;
        }
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

    // No fault of health: the way of protocol §9 for such keys, told once.
    private void NoteScattered(string consequence)
    {
        if (Interlocked.Exchange(ref scattered, 1) == 0)
            RedisLog.SeveralSlots(logger, consequence);
    }

    private async Task OvercomeAsync(
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
            await PrepareAsync(used, cancellationToken);
        if (fault.Reconnect && failures == 1)
            return;
        await BackOffAsync(fault, failures, cancellationToken);
    }

    private async Task<ConnectionMultiplexer> ConnectedAsync(CancellationToken cancellationToken)
    {
        if (connection is { } open)
            return open;
        // Closing the link ends the tries of a caller who would wait for ever.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Token);
        await gate.WaitAsync(ended.Token);
        try
        {
            for (var failures = 1; connection is null; failures++)
                await ConnectAsync(failures, ended.Token);
            return connection;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task ConnectAsync(int failures, CancellationToken cancellationToken)
    {
        var dialed = await dialer.DialAsync(cancellationToken);
        var failed = await dialed.Match(
            Right: opened => OpenAsync(opened, cancellationToken),
            Left: fault => Task.FromResult(Some(fault))
        );
        if (failed.Case is not RedisFault cause)
            return;
        health.Failed(purpose, cause);
        await BackOffAsync(cause, failures, cancellationToken);
    }

    private async Task<Option<RedisFault>> OpenAsync(ConnectionMultiplexer opened, CancellationToken cancellationToken)
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

    private async Task PrepareAsync(ConnectionMultiplexer used, CancellationToken cancellationToken)
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

    private async Task<Option<T>> AllowedAsync<T>(
        string name,
        string consequence,
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
            if (fault.Kind == RedisFaultKind.SeveralSlots)
                NoteScattered(consequence);
            else if (health.Lacks(name))
                RedisLog.MissingRight(logger, name, consequence);
            return None;
        }
    }
}
