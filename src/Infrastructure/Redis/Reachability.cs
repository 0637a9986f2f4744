using System.Net;
using System.Net.Sockets;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// Looks whether anybody listens before the client connects: the client waits out its whole time limit even where a connection is refused at once, and an
/// agent would notice seconds late that Redis is back.
/// </summary>
internal static class Reachability
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>True if one of the servers accepts a connection.</summary>
    public static async Task<bool> AnyAsync(IEnumerable<EndPoint> servers, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await foreach (var probe in Task.WhenEach(servers.Select(server => AcceptsAsync(server, limit.Token))))
        {
            if (await probe)
                return true;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }

    private static async Task<bool> AcceptsAsync(EndPoint server, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
