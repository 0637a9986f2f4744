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
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var barred = await InTimeAsync(
            token => ReachAsync(socket, server, token),
            $"no answer from {Name(server)}; check the {(proxy.IsSome ? "proxy and the " : "")}firewalls on the way",
            cancellationToken
        );
        if (barred.IsSome || !tls)
            return barred;
        return await InTimeAsync(
            token => GreetAsync(socket, server, token),
            $"{Name(server)} does not answer to TLS; {PlainPort}",
            cancellationToken
        );
    }

    private const string PlainPort =
        "check that the port is the one for TLS, or let redis_url of the connection token begin with redis";

    private static async Task<Option<RedisFault>> InTimeAsync(
        Func<CancellationToken, Task<Option<RedisFault>>> step,
        string silence,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await step(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RedisFault.Unreached(silence);
        }
        catch (IOException)
        {
            return RedisFault.Unreached($"the connection was closed while it was set up: {silence}");
        }
    }

    private async Task<Option<RedisFault>> ReachAsync(
        Socket socket,
        EndPoint server,
        CancellationToken cancellationToken
    )
    {
        var first = proxy.Match(address => EndPointOf(address.Host, address.Port), () => server);
        try
        {
            await socket.ConnectAsync(first, cancellationToken);
        }
        catch (SocketException e)
        {
            return RedisFault.Unreached(Cause(e.SocketErrorCode, server));
        }
        if (proxy.Case is not ProxyAddress address)
            return None;
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        return await ProxyHandshake.OpenAsync(stream, address, server, cancellationToken);
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
        Socket socket,
        EndPoint server,
        CancellationToken cancellationToken
    )
    {
        if (caFile.Case is string file && ExtraRoots.Read(file).IsNone)
            return RedisFault.RefusedBecause(RedisModule.UnreadableCaFile);
        var check = new CertificateCheck(caFile.Bind(ExtraRoots.Read));
        await using var stream = new NetworkStream(socket, ownsSocket: false);
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
                check.Refusal.IfNone($"the TLS handshake with {Name(server)} failed; {PlainPort}")
            );
        }
    }
}
