using System.Net;
using System.Net.Sockets;
using Causum.Domain.Settings;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>Leads each of the client's connections through the proxy. TLS, where asked for, is spoken inside the tunnel.</summary>
internal sealed class ProxyTunnel(ProxyAddress proxy, TimeSpan limit) : Tunnel
{
    public override ValueTask<EndPoint?> GetSocketConnectEndpointAsync(
        EndPoint endpoint,
        CancellationToken cancellationToken
    ) => new(RedisRoute.EndPointOf(proxy.Host, proxy.Port));

    public override async ValueTask<Stream?> BeforeAuthenticateAsync(
        EndPoint endpoint,
        ConnectionType connectionType,
        Socket? socket,
        CancellationToken cancellationToken
    )
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        await using var stream = new NetworkStream(
            socket ?? throw new InvalidOperationException("A tunnel needs a socket."),
            ownsSocket: false
        );
        var fault = await ProxyHandshake.OpenAsync(stream, proxy, endpoint, time.Token);
        fault.IfSome(f => throw new IOException(f.Sentence));
        return null;
    }
}
