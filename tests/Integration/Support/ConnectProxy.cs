using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Causum.Integration.Support;

/// <summary>An HTTP proxy on the loopback that opens tunnels with CONNECT, for who knows the password, and can go wrong in the middle of one.</summary>
internal sealed class ConnectProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Socket, byte> tunnels = new();
    private readonly Task accepting;
    private int opened;

    /// <param name="login">As <c>user:password</c>; null: everybody may pass.</param>
    public ConnectProxy(string? login = null)
    {
        Login = login;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string? Login { get; set; }

    /// <summary>Written instead of a tunnel, as long as it is set.</summary>
    public string? Answer { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Where the last tunnel was asked to lead.</summary>
    public string? Asked { get; private set; }

    /// <summary>How many tunnels there were so far.</summary>
    public int Opened => opened;

    /// <summary>Ends every tunnel in the middle of whatever passes through it.</summary>
    public void Cut()
    {
        foreach (var socket in tunnels.Keys)
            socket.Close(0);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptSocketAsync(stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        tunnels[client] = tunnels[server] = 0;
        try
        {
            var head = await ReadHeadAsync(client);
            Asked = head.Split(' ')[1];
            var refusal = Refusal(head);
            if (refusal is null)
            {
                var (host, port) = Target(head);
                await server.ConnectAsync(host, port, stop.Token);
                Interlocked.Increment(ref opened);
            }
            var answer = refusal ?? "HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n";
            await client.SendAsync(Encoding.ASCII.GetBytes(answer), stop.Token);
            if (refusal is null)
                await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or the server is away: the client sees its connection end.
        }
        finally
        {
            tunnels.TryRemove(client, out _);
            tunnels.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private string? Refusal(string head)
    {
        if (Answer is not null)
            return Answer;
        var expected = Login is null
            ? "CONNECT "
            : $"\r\nProxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Login))}\r\n";
        return head.Contains(expected, StringComparison.Ordinal)
            ? null
            : "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n";
    }

    private static (string Host, int Port) Target(string head)
    {
        var target = head.Split(' ')[1];
        var colon = target.LastIndexOf(':');
        return (target[..colon].Trim('[', ']'), int.Parse(target[(colon + 1)..], CultureInfo.InvariantCulture));
    }

    private async Task<string> ReadHeadAsync(Socket client)
    {
        var head = new StringBuilder();
        var part = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await client.ReceiveAsync(part, stop.Token) == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            head.Append((char)part[0]);
        }
        return head.ToString();
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer, stop.Token) is var read and > 0)
            for (var sent = 0; sent < read; )
                sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), stop.Token);
    }
}
