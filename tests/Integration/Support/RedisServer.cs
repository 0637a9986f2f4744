using System.Net;
using StackExchange.Redis;

namespace Causum.Integration.Support;

/// <summary>A single redis-server that saves what it is given, and the test's own view of it.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly RedisProcess process = new(["--save", "", "--appendonly", "yes", "--appendfsync", "no"]);
    private ConnectionMultiplexer? connection;

    public int Port => process.Port;

    /// <summary>The test's own view of the server.</summary>
    public IDatabase Database =>
        connection?.GetDatabase() ?? throw new InvalidOperationException("The server was not started.");

    public IServer Admin =>
        connection?.GetServer(IPAddress.Loopback, Port)
        ?? throw new InvalidOperationException("The server was not started.");

    public async Task InitializeAsync()
    {
        await StartAsync();
        connection = await TestConnection.OpenAsync("", process.EndPoint);
    }

    public async Task DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        await process.DisposeAsync();
    }

    /// <summary>Starts the process on the same port; what the last one saved is there again.</summary>
    public Task StartAsync() => process.StartAsync();

    /// <summary>Ends the process as a power cut would.</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>Forgets what was saved; only while the process is down.</summary>
    public void EraseData() => process.EraseData();

    /// <summary>Remembers what Redis holds now. It writes its append-only file before it answers, so the copy has everything that was answered.</summary>
    public void Mark() => CopyFiles(Data, Marked);

    /// <summary>Ends the process and starts it with what <see cref="Mark"/> remembered: all later writes are lost, as by a failover to a replica that lags.</summary>
    public async Task FallBackAsync()
    {
        await KillAsync();
        CopyFiles(Marked, Data);
        await StartAsync();
    }

    private string Data => Path.Combine(process.Folder, "appendonlydir");

    private string Marked => Path.Combine(process.Folder, "marked");

    private static void CopyFiles(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
