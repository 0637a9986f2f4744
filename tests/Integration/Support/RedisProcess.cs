using System.Diagnostics;
using System.Net;

namespace Causum.Integration.Support;

/// <summary>One redis-server of the tests' own, on a free port of the loopback and in a temporary folder.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly IReadOnlyList<string> arguments;
    private Process? process;

    /// <param name="arguments">On top of what every server here gets.</param>
    public RedisProcess(params IEnumerable<string>[] arguments) =>
        this.arguments = [.. arguments.SelectMany(some => some)];

    public int Port { get; } = UnprivilegedServer.FreePort();

    /// <summary>Of the default user, where the arguments set one.</summary>
    public string Password { get; init; } = "";

    public string Folder { get; } = Directory.CreateTempSubdirectory("redis-").FullName;

    public EndPoint EndPoint => new IPEndPoint(IPAddress.Loopback, Port);

    /// <summary>Starts the process on the same port; what the last one saved is there again.</summary>
    public async Task StartAsync()
    {
        // A sentinel wants a file to keep its findings in.
        var file = Path.Combine(Folder, "redis.conf");
        await File.AppendAllTextAsync(file, "");
        string[] own = ["--port", $"{Port}", "--bind", "127.0.0.1", "--dir", Folder];
        string[] quiet = ["--loglevel", "warning", "--logfile", "redis.log"];
        process = Process.Start(new ProcessStartInfo("redis-server", [file, .. arguments, .. own, .. quiet]));
        await Eventually.HoldsAsync(AcceptsAsync, $"redis-server listens on port {Port} (is it installed?)");
    }

    /// <summary>One command to this very server.</summary>
    public Task<string> AskAsync(params IEnumerable<string> command) =>
        PlainRedis.AskAsync(Port, Password, [.. command]);

    /// <summary>The same, for commands that answer OK.</summary>
    public async Task TellAsync(params IEnumerable<string> command) => Assert.Equal("OK", await AskAsync(command));

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
        foreach (var entry in Directory.EnumerateDirectories(Folder))
            Directory.Delete(entry, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<bool> AcceptsAsync() => await AskAsync("PING") == "PONG";
}
