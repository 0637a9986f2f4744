using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Causum.Domain.Settings;
using Causum.Infrastructure.Tls;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>The way to a server: its name, TCP, the proxy, TLS.</summary>
internal sealed class RedisRoute(bool tls, Option<string> caFile, Option<ProxyAddress> proxy)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static EndPoint EndPointOf(string host, int port) =>
        IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(host, port);

    /// <summary><c>host:port</c>, an IPv6 address in brackets.</summary>
    public static string Name(EndPoint server) => server is DnsEndPoint dns ? $"{dns.Host}:{dns.Port}" : $"{server}";

    public void Apply(ConfigurationOptions options)
    {
        options.Ssl = tls;
        if (tls)
            options.CertificateValidation += new CertificateCheck(caFile.Bind(ExtraRoots.Read)).Accepts;
        proxy.IfSome(address => options.Tunnel = new ProxyTunnel(address, Limit));
    }

    /// <summary>
    /// Goes the way once, step by step, before the client does: the client waits out its whole time limit even where it is refused at once, and does not
    /// say what stood in the way.
    /// </summary>
    /// <returns>None: the server is there.</returns>
    public async Task<Option<RedisFault>> TryAsync(EndPoint server, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await GoAsync(server, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RedisFault.Unreached(
                $"no answer from {Name(server)} within {Limit.TotalSeconds:0} s; {LookAtTheWay}"
            );
        }
        catch (IOException)
        {
            return RedisFault.Unreached(
                $"the connection to {Name(server)} was closed while it was set up; {LookAtTheWay}"
            );
        }
    }

    private string LookAtTheWay =>
        proxy.IsSome ? "check the proxy and the firewalls on the way" : "check the firewalls on the way";

    private async Task<Option<RedisFault>> GoAsync(EndPoint server, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var first = proxy.Match(address => EndPointOf(address.Host, address.Port), () => server);
        try
        {
            await socket.ConnectAsync(first, cancellationToken);
        }
        catch (SocketException e)
        {
            return RedisFault.Unreached(Cause(e.SocketErrorCode, server));
        }
        await using var stream = new NetworkStream(socket);
        if (proxy.Case is ProxyAddress address)
        {
            var refused = await ProxyHandshake.OpenAsync(stream, address, server, cancellationToken);
            if (refused.IsSome)
                return refused;
        }
        return tls ? await GreetAsync(stream, server, cancellationToken) : None;
    }

    private string Cause(SocketError error, EndPoint server)
    {
        var (place, setting) = proxy.IsSome
            ? ("the proxy", KnownSettings.RedisProxy.Variable)
            : (Name(server), "the connection token");
        return error is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            ? $"the name of {place} is not known here; check {setting} and the DNS of this machine"
            : $"{place} does not accept connections; check the host and port of {setting} and the network";
    }

    private async Task<Option<RedisFault>> GreetAsync(
        NetworkStream stream,
        EndPoint server,
        CancellationToken cancellationToken
    )
    {
        if (caFile.Case is string file && ExtraRoots.Read(file).IsNone)
            return RedisFault.RefusedBecause(RedisModule.UnreadableCaFile);
        var check = new CertificateCheck(caFile.Bind(ExtraRoots.Read));
        await using var ssl = new SslStream(stream, leaveInnerStreamOpen: true, check.Accepts);
        try
        {
            var host = server is DnsEndPoint dns ? dns.Host : ((IPEndPoint)server).Address.ToString();
            await ssl.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host },
                cancellationToken
            );
            return None;
        }
        catch (AuthenticationException)
        {
            return RedisFault.RefusedBecause(
                check.Refusal.IfNone(
                    $"the TLS handshake with {Name(server)} failed; check that the port is the one for TLS, or use redis:// in the connection token"
                )
            );
        }
    }
}
