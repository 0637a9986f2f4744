using System.Text.Json.Nodes;

namespace Causum.Integration.EndToEnd;

/// <summary>An orchestrator, a started agent that has registered with it, and the folders the agent may write to.</summary>
internal sealed class RunningAgent : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> environment;

    private RunningAgent(Orchestrator orchestrator, string folder, IReadOnlyDictionary<string, string> environment)
    {
        Orchestrator = orchestrator;
        Folder = folder;
        this.environment = environment;
        Process = Launch();
    }

    public Orchestrator Orchestrator { get; }

    public AgentProcess Process { get; private set; }

    /// <summary>State, logs and whatever else the agent keeps.</summary>
    public string Folder { get; }

    public static async Task<RunningAgent> StartAsync(
        EndToEndServers servers,
        IReadOnlyDictionary<string, string>? more = null
    ) => await StartAsync(await Orchestrator.ConnectAsync(servers.Redis.Port, $"e2e-{Guid.NewGuid():N}"), more);

    public static async Task<RunningAgent> StartAsync(
        Orchestrator orchestrator,
        IReadOnlyDictionary<string, string>? more = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("causum-agent-").FullName;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AGENT_CONNECTION_TOKEN"] = orchestrator.Token,
            ["AGENT_STATE_DIR"] = Path.Combine(folder, "state"),
            ["AGENT_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AGENT_LOG_LEVEL"] = "debug",
            ["AGENT_HTTP"] = "off",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
            settings[name] = value;
        var agent = new RunningAgent(orchestrator, folder, settings);
        await agent.RegisterAsync();
        return agent;
    }

    /// <summary>Starts the same agent again: same state, same identity.</summary>
    public void Restart() => Process = Launch();

    /// <summary>Everything that left the agent's process other than through Redis.</summary>
    public string Traces => string.Join('\n', Process.Output, Process.Errors, SecretsHunt.FilesBelow(Folder));

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Orchestrator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private AgentProcess Launch() => AgentProcess.Start(environment, "start", "--log-format", "json");

    private async Task RegisterAsync()
    {
        Orchestrator.Alive = () => !Process.HasExited;
        try
        {
            var registration = await Orchestrator.WaitForTypeAsync("instance_register");
            await Orchestrator.WaitForTypeAsync("config_request");
            await Orchestrator.WaitForTypeAsync("backlog_report");
            await Orchestrator.SendAsync(
                new JsonObject
                {
                    ["type"] = "instance_register_ack",
                    ["instance_id"] = registration["instance_id"]!.GetValue<string>(),
                    ["accepted"] = true,
                }
            );
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\nThe agent said: {Process.Errors}", e);
        }
    }
}
