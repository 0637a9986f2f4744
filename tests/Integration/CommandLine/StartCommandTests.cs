using System.Diagnostics;
using System.Text;
using Causum.Integration.Support;

namespace Causum.Integration.CommandLine;

/// <summary>The life of <c>agent start</c> from outside: it registers, drains at the first signal, and says nothing that it should not.</summary>
public sealed class StartCommandTests(RedisServer redis) : IClassFixture<RedisServer>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agent-start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_registers_takes_a_config_and_ends_with_0_at_the_first_signal()
    {
        using var agent = Start("signal");
        var errors = agent.StandardError.ReadToEndAsync();
        await Eventually.HoldsAsync(
            async () => await redis.Database.StreamLengthAsync("agent:signal:results") >= 3,
            "the agent has registered"
        );
        await redis.Database.StreamAddAsync(
            "agent:signal:tasks",
            [
                new("type", "config"),
                new(
                    "data",
                    """{"type":"config","config_id":"c-1","database":{"type":"sqlite","auth_type":"local_file","path":":memory:"}}"""
                ),
            ]
        );
        await Eventually.HoldsAsync(
            async () => await TelemetryAsync("signal", "\"rejected\""),
            "the config is answered"
        );
        Signal(agent);
        await agent.WaitForExitAsync().WaitAsync(Eventually.Deadline);
        Assert.Equal(0, agent.ExitCode);
        Assert.True(await TelemetryAsync("signal", "\"stopping\""));
        Assert.DoesNotContain("planted", await errors, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder, "logs")));
        var log = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain("planted", log, StringComparison.Ordinal);
        Assert.Matches("\"@m\":\"Agent [0-9.]+ starts as [0-9a-f-]+ for signal at redis://127", log);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
                File.GetUnixFileMode(file)
            );
    }

    private async Task<bool> TelemetryAsync(string key, string text)
    {
        var entries = await redis.Database.StreamRangeAsync($"agent:{key}:telemetry");
        return entries.Any(e => e["data"].ToString().Contains(text, StringComparison.Ordinal));
    }

    private Process Start(string key)
    {
        var token = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                $$"""{"redis_url":"redis://default:planted-pw@127.0.0.1:{{redis.Port}}/0","agent_key":"{{key}}"}"""
            )
        );
        return AgentBinary.Start(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AGENT_CONNECTION_TOKEN"] = token,
                ["AGENT_STATE_DIR"] = Path.Combine(folder, key),
            },
            "start",
            "--log-level",
            "debug",
            "--log-dir",
            Path.Combine(folder, "logs")
        );
    }

    private static void Signal(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
