using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Causum.Integration.Support;

/// <summary>
/// A wire on the loopback between a client and a server, byte by byte, that can be cut, held in either direction, left half open, slowed and damaged. It knows nothing of
/// what passes.
/// </summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Wire, byte> wires = new();
    private readonly int server;
    private readonly Task accepting;
    private volatile bool holdsToServer;
    private volatile bool holdsToClient;
    private volatile bool refuses;
    private int opened;
    private int damages;

    public FaultyLink(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections were asked for so far, refused ones too.</summary>
    public int Opened => Volatile.Read(ref opened);

    /// <summary>How long each piece of bytes is under way, in either direction.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Ends every connection with a reset, in the middle of whatever passes.</summary>
    public void Cut()
    {
        foreach (var wire in wires.Keys)
            wire.Cut();
    }

    /// <summary>Cuts, and lets nobody in until <see cref="Mend"/>.</summary>
    public void Refuse()
    {
        refuses = true;
        Cut();
    }

    /// <summary>Requests arrive here and go no further until <see cref="Mend"/>, on new connections too.</summary>
    public void HoldToServer()
    {
        holdsToServer = true;
        Each(wire => wire.ToServer.Hold());
    }

    /// <summary>Replies arrive here and go no further until <see cref="Mend"/>, on new connections too.</summary>
    public void HoldToClient()
    {
        holdsToClient = true;
        Each(wire => wire.ToClient.Hold());
    }

    /// <summary>The connections of now are half open for good: neither end hears from the other, nor of its end. New ones work.</summary>
    public void Strand() =>
        Each(wire =>
        {
            wire.ToServer.Hold();
            wire.ToClient.Hold();
        });

    /// <summary>Whether these bytes are among the requests that are held.</summary>
    public bool HoldsRequest(ReadOnlySpan<byte> text)
    {
        foreach (var wire in wires.Keys)
        {
            if (wire.ToServer.Holds(text))
                return true;
        }
        return false;
    }

    /// <summary>The next so many pieces that go to the client begin with a zero byte instead of their own.</summary>
    public void Damage(int pieces) => Volatile.Write(ref damages, pieces);

    /// <summary>Whether all that was to be damaged was.</summary>
    public bool Damaged => Volatile.Read(ref damages) <= 0;

    /// <summary>What was held goes on, in order; new connections are let in again.</summary>
    public void Mend()
    {
        holdsToServer = holdsToClient = refuses = false;
        Each(wire =>
        {
            wire.ToServer.Release();
            wire.ToClient.Release();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stop.Dispose();
    }

    private void Each(Action<Wire> action)
    {
        foreach (var wire in wires.Keys)
            action(wire);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(stop.Token);
                Interlocked.Increment(ref opened);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var wire = new Wire(client);
        wires[wire] = 0;
        try
        {
            if (refuses)
                wire.Cut();
            if (holdsToServer)
                wire.ToServer.Hold();
            if (holdsToClient)
                wire.ToClient.Hold();
            await wire.ConnectAsync(server, stop.Token);
            await Task.WhenAny(
                PumpAsync(wire.Client, wire.ToServer, () => false),
                PumpAsync(wire.Server, wire.ToClient, () => damages > 0 && Interlocked.Decrement(ref damages) >= 0)
            );
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or the server is away: the client sees its connection end.
        }
        finally
        {
            wires.TryRemove(wire, out _);
        }
    }

    private async Task PumpAsync(Socket from, Lane to, Func<bool> damaged)
    {
        var piece = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(piece, stop.Token)) > 0)
            {
                if (Delay > TimeSpan.Zero)
                    await Task.Delay(Delay, stop.Token);
                if (damaged())
                    piece[0] = 0;
                to.Pass(piece.AsSpan(0, count));
            }
            // An end of the connection is held like any other byte.
            await to.OpenAsync().WaitAsync(stop.Token);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Either end has gone.
        }
    }

    private sealed class Wire : IDisposable
    {
        public Wire(Socket client)
        {
            Client = client;
            (ToServer, ToClient) = (new Lane(Server), new Lane(client));
        }

        public Socket Client { get; }

        public Socket Server { get; } = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public Lane ToServer { get; }

        public Lane ToClient { get; }

        public async Task ConnectAsync(int port, CancellationToken cancellationToken)
        {
            Client.NoDelay = true;
            await Server.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        }

        public void Cut()
        {
            Client.Close(0);
            Server.Close(0);
        }

        public void Dispose() => Cut();
    }

    /// <summary>One direction of a wire; what is held waits in it.</summary>
    private sealed class Lane(Socket to)
    {
        private readonly Lock gate = new();
        private readonly MemoryStream waiting = new();
        private TaskCompletionSource open = Opened();

        public Task OpenAsync()
        {
            lock (gate)
                return open.Task;
        }

        public void Pass(ReadOnlySpan<byte> bytes)
        {
            lock (gate)
            {
                if (open.Task.IsCompleted)
                    to.Send(bytes);
                else
                    waiting.Write(bytes);
            }
        }

        public void Hold()
        {
            lock (gate)
            {
                if (open.Task.IsCompleted)
                    open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public void Release()
        {
            lock (gate)
            {
                try
                {
                    if (waiting.Length > 0)
                        to.Send(waiting.GetBuffer().AsSpan(0, (int)waiting.Length));
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    // The end that it was for has gone.
                }
                waiting.SetLength(0);
                open.TrySetResult();
            }
        }

        public bool Holds(ReadOnlySpan<byte> text)
        {
            lock (gate)
                return waiting.GetBuffer().AsSpan(0, (int)waiting.Length).IndexOf(text) >= 0;
        }

        private static TaskCompletionSource Opened()
        {
            var done = new TaskCompletionSource();
            done.SetResult();
            return done;
        }
    }
}
