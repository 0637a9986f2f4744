using System.Net;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// Ends a blocked read at the server, so that it brings no entry that nobody waits for. Without the right to CLIENT the read ends by itself at its time limit.
/// </summary>
internal sealed class BlockedRead(RedisLink commands, RedisQueueOptions options)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
    private Reader? reader;

    /// <summary>Remembers the connection that reads; called whenever it is made.</summary>
    public async Task KnowAsync(IDatabase database)
    {
        reader = null;
        if (await database.IdentifyEndpointAsync(options.Keys.Tasks) is not { } server)
            return;
        try
        {
            var id = await database.Multiplexer.GetServer(server).ExecuteAsync("CLIENT", "ID");
            reader = new Reader(server, (long)id);
        }
        catch (RedisServerException e) when (RedisFault.IsMissingRight(e))
        {
            // Then nobody can end a read before its time.
        }
    }

    /// <param name="read">Ends when the server has answered it.</param>
    public async Task EndAsync(Task read, CancellationToken cancellationToken)
    {
        // Asked again, because the first request may overtake the read on its way to the server.
        while (!read.IsCompleted && reader is { } known && await UnblockAsync(known, cancellationToken))
            await Task.WhenAny(read, Task.Delay(BetweenTries, cancellationToken));
        await read.WaitAsync(cancellationToken);
    }

    private Task<bool> UnblockAsync(Reader known, CancellationToken cancellationToken) =>
        commands.RunAsync(
            async db =>
            {
                try
                {
                    await db.Multiplexer.GetServer(known.Server).ExecuteAsync("CLIENT", "UNBLOCK", known.Client);
                    return true;
                }
                catch (RedisServerException e) when (RedisFault.IsMissingRight(e))
                {
                    return false;
                }
            },
            cancellationToken
        );

    /// <param name="Server">Of a cluster, the one that holds the tasks stream; client IDs are a server's own.</param>
    private sealed record Reader(EndPoint Server, long Client);
}
