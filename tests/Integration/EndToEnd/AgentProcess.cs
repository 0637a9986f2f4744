using System.Diagnostics;
using System.Text;
using Causum.Integration.CommandLine;

namespace Causum.Integration.EndToEnd;

/// <summary>The shipped binary as a process of its own, with everything it printed.</summary>
internal sealed class AgentProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private AgentProcess(Process process) => this.process = process;

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    public static AgentProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var agent = new AgentProcess(AgentBinary.Start(environment, arguments));
        agent.process.OutputDataReceived += (_, e) => Append(agent.output, e.Data);
        agent.process.ErrorDataReceived += (_, e) => Append(agent.errors, e.Data);
        agent.process.BeginOutputReadLine();
        agent.process.BeginErrorReadLine();
        agent.process.StandardInput.Close();
        return agent;
    }

    public async Task WaitForExitAsync(TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the agent did not end within {limit}: {Errors}", late);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <param name="name">As <c>kill</c> knows it: TERM, INT, STOP, CONT.</param>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static void Append(StringBuilder target, string? line)
    {
        if (line is null)
            return;
        lock (target)
            target.Append(line).Append('\n');
    }
}
