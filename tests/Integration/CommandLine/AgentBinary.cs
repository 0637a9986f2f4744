using System.Diagnostics;
using Causum.Integration.Support;

namespace Causum.Integration.CommandLine;

/// <summary>Runs the built <c>agent</c> as a person would, with nothing of the test's own environment.</summary>
internal static class AgentBinary
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>The published binary where the test script names one, else the built one beside the host's own libraries (those of the test project have other versions).</summary>
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("CAUSUM_AGENT") is { Length: > 0 } published
            ? published
            : RepositoryFiles.Path(
                "artifacts",
                "bin",
                "Host",
                new DirectoryInfo(AppContext.BaseDirectory).Name,
                OperatingSystem.IsWindows() ? "agent.exe" : "agent"
            );

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        return Start(start, environment);
    }

    /// <summary>With nobody at the other end of a pipe: output and log lines go to a file.</summary>
    public static Process StartLoggingTo(
        string file,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) =>
        Start(
            new ProcessStartInfo(
                "/bin/sh",
                ["-c", "file=$1; shift; exec \"$@\" >>\"$file\" 2>&1 </dev/null", "agent", file, Path, .. arguments]
            ),
            environment
        );

    public static async Task<Ended> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Deadline);
        return new Ended(process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var name in start.Environment.Keys.Where(IsOwn).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The agent did not start.");
    }

    private static bool IsOwn(string name) =>
        name.StartsWith("AGENT_", StringComparison.Ordinal)
        || name.StartsWith("LLM_", StringComparison.Ordinal)
        || name.StartsWith("DB_", StringComparison.Ordinal);
}

internal sealed record Ended(int Code, string Output, string Errors);
