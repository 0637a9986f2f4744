using System.Text;
using System.Text.Json.Nodes;
using Causum.Integration.Support;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>An instance of the published agent with a state folder of its own, which reaches Redis over a link that can fail.</summary>
internal sealed class LinkedAgent : IAsyncDisposable
{
    private readonly Dictionary<string, string> environment;
    private readonly string folder = Directory.CreateTempSubdirectory("causum-linked-").FullName;

    /// <param name="login">As <c>user:password@</c> in the URL.</param>
    public LinkedAgent(
        string name,
        int redis,
        string agentKey,
        IReadOnlyDictionary<string, string> more,
        string login = ""
    )
    {
        Link = new FaultyLink(redis);
        var token = new JsonObject
        {
            ["redis_url"] = $"redis://{login}127.0.0.1:{Link.Port}/0",
            ["agent_key"] = agentKey,
        };
        environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AGENT_CONNECTION_TOKEN"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(token.ToJsonString())),
            ["AGENT_INSTANCE_ID"] = name,
            ["AGENT_STATE_DIR"] = Path.Combine(folder, "state"),
            ["AGENT_HTTP"] = "off",
        };
        foreach (var (setting, value) in more)
            environment[setting] = value;
        Process = Launch();
    }

    /// <summary>The instance ID.</summary>
    public string Name => environment["AGENT_INSTANCE_ID"];

    public FaultyLink Link { get; }

    public AgentProcess Process { get; private set; }

    public Task KillAsync() => Process.KillAsync();

    /// <summary>The same instance again, with what it left in its folder.</summary>
    public void Restart() => Process = Launch();

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Link.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private AgentProcess Launch() => AgentProcess.Start(environment, "start", "--log-format", "json");
}
