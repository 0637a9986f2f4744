using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Causum.Integration.Support;

/// <summary>A server process of the tests' own: a free loopback port, a temporary folder, a user that is not root, and an end with the tests.</summary>
internal sealed class UnprivilegedServer : IAsyncDisposable
{
    private readonly string user;
    private Process? process;

    /// <param name="users">Accounts to run as when the tests run as root, the first that exists is taken.</param>
    public UnprivilegedServer(string name, params string[] users)
    {
        user = Environment.UserName == "root" ? users.First(u => Run("id", "-u", u).Code == 0) : "";
        Directory.CreateDirectory(Folder = Path.Combine(Path.GetTempPath(), $"causum-{name}-{Guid.NewGuid():N}"));
        if (user.Length > 0)
            Require("chown", user, Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    public string Folder { get; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first place that has the program; the message names all of them.</summary>
    public static string Find(string program, params string[] folders)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var places = folders.Concat(path).Select(f => Path.Combine(f, program)).ToList();
        return places.Find(File.Exists)
            ?? throw new InvalidOperationException(
                $"{program} is not installed (looked in {string.Join(", ", places)}); scripts/test.sh installs it."
            );
    }

    /// <summary>Writes a file that only the server's user can read.</summary>
    public string Write(string name, string content)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, content);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (user.Length > 0)
            Require("chown", user, file);
        return file;
    }

    /// <summary>Runs a program to its end as the server's user.</summary>
    public void RunAsUser(string program, params string[] arguments)
    {
        var (file, all) = AsUser(program, arguments);
        Require(file, all);
    }

    public void Start(string program, params string[] arguments)
    {
        var (file, all) = AsUser(program, arguments);
        var start = StartInfo(file, all);
        process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Tries until the server answers; ends early when the process ended.</summary>
    public async Task WaitUntilAsync(Func<Task> answers)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await answers();
                return;
            }
            catch (System.Data.Common.DbException)
                when (deadline.Elapsed < TimeSpan.FromSeconds(60) && process is { HasExited: false })
            {
                await Task.Delay(50);
            }
        }
    }

    public async Task StopAsync()
    {
        Kill();
        if (process is not null)
            await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process?.Dispose();
        process = null;
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the server still writes its last file; the folder is in the temporary one.
        }
    }

    private void Kill()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
    }

    private (string File, string[] Arguments) AsUser(string program, string[] arguments) =>
        user.Length == 0
            ? (program, arguments)
            : ("setpriv", [$"--reuid={user}", $"--regid={user}", "--clear-groups", program, .. arguments]);

    private static void Require(string program, params string[] arguments)
    {
        var (code, output) = Run(program, arguments);
        if (code != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var run = Process.Start(StartInfo(program, arguments))!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEnd();
        run.WaitForExit();
        return (run.ExitCode, output.Result + errors);
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }
}
