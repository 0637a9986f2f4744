using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Causum.Integration.Support;

/// <summary>A redis-server process of the test's own, on a free port of the loopback and in a temporary folder.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("redis-").FullName;
    private Process? process;
    private ConnectionMultiplexer? connection;

    public int Port { get; } = FreePort();

    /// <summary>The test's own view of the server.</summary>
    public IDatabase Database =>
        connection?.GetDatabase() ?? throw new InvalidOperationException("The server was not started.");

    public IServer Admin =>
        connection?.GetServer(IPAddress.Loopback, Port)
        ?? throw new InvalidOperationException("The server was not started.");

    public async Task InitializeAsync()
    {
        await StartAsync();
        connection = await ConnectionMultiplexer.ConnectAsync(
            new ConfigurationOptions
            {
                EndPoints = { { IPAddress.Loopback, Port } },
                ClientName = "test",
                AllowAdmin = true,
                ConfigurationChannel = "",
                AbortOnConnectFail = false,
                ReconnectRetryPolicy = new LinearRetry(100),
            }
        );
    }

    public async Task DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Starts the process on the same port; what the last one saved is there again.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(
            new ProcessStartInfo("redis-server")
            {
                ArgumentList =
                {
                    "--port",
                    $"{Port}",
                    "--bind",
                    "127.0.0.1",
                    "--dir",
                    folder,
                    "--save",
                    "",
                    "--appendonly",
                    "yes",
                    "--appendfsync",
                    "no",
                    "--loglevel",
                    "warning",
                    "--logfile",
                    "redis.log",
                },
            }
        );
        await Eventually.HoldsAsync(AcceptsAsync, $"redis-server listens on port {Port} (is it installed?)");
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Forgets what was saved; only while the process is down.</summary>
    public void EraseData()
    {
        foreach (var entry in Directory.EnumerateDirectories(folder))
            Directory.Delete(entry, recursive: true);
    }

    /// <summary>Remembers what Redis holds now. It writes its append-only file before it answers, so the copy has everything that was answered.</summary>
    public void Mark() => CopyFiles(Data, Marked);

    /// <summary>Ends the process and starts it with what <see cref="Mark"/> remembered: all later writes are lost, as by a failover to a replica that lags.</summary>
    public async Task FallBackAsync()
    {
        await KillAsync();
        CopyFiles(Marked, Data);
        await StartAsync();
    }

    private string Data => Path.Combine(folder, "appendonlydir");

    private string Marked => Path.Combine(folder, "marked");

    private static void CopyFiles(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private async Task<bool> AcceptsAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[7];
            await stream.ReadExactlyAsync(answer);
            return answer[1] == (byte)'P';
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
