using System.Text;
using System.Text.Json.Nodes;
using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Input;
using Causum.Domain.Settings;
using Causum.Infrastructure.InMemory;
using Causum.Infrastructure.Redis;
using Causum.Infrastructure.Settings;
using Causum.Infrastructure.State;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Host.Demo;

/// <summary>The same agent that <c>agent start</c> runs, in this process, with a queue of its own or a real one.</summary>
internal sealed class DemoAgent : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    private DemoAgent(ServiceProvider provider) => this.provider = provider;

    public IControlPlane ControlPlane => provider.GetRequiredService<IControlPlane>();

    /// <param name="redis">A real Redis; absent: a queue inside this process.</param>
    /// <param name="stateDirectory">Removed with the demonstration.</param>
    public static Validation<InputError, DemoAgent> Create(Option<string> redis, string stateDirectory) =>
        Settings(redis.IfNone("redis://127.0.0.1"), stateDirectory)
            .Map(settings =>
            {
                var prepared = new Prepared(
                    settings,
                    LocalPolicy.None,
                    None,
                    StateModule.LoadIdentity(stateDirectory),
                    []
                );
                var services = new ServiceCollection().AddLogging().AddAgent(prepared);
                if (redis.IsSome)
                    services.AddRedisQueue().AddRedisControlPlane();
                else
                    services.AddInMemoryQueue(settings.InstanceId, settings.ClaimIdle);
                return new DemoAgent(services.BuildServiceProvider(CompositionRoot.Strict));
            });

    public void Start() =>
        running = Task.Run(() =>
            provider.GetRequiredService<AgentWorker>().RunAsync(stop.Token, CancellationToken.None)
        );

    /// <summary>Ends as SIGTERM would: drain, last heartbeat, leave.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        // Also where the story broke off: the agent must not outlive it.
        await StopAsync();
        await provider.DisposeAsync();
        stop.Dispose();
    }

    private static Validation<InputError, AgentSettings> Settings(string redis, string stateDirectory)
    {
        var token = new JsonObject { ["redis_url"] = redis, ["agent_key"] = "demo" }.ToJsonString();
        var flags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [KnownSettings.ConnectionToken.Variable] = Convert.ToBase64String(Encoding.UTF8.GetBytes(token)),
            [KnownSettings.StateDirectory.Variable] = stateDirectory,
            [KnownSettings.LogLevel.Variable] = "error",
        };
        var loaded = SettingsModule.Load(flags, new Dictionary<string, string>(StringComparer.Ordinal));
        return SettingsParser.Parse(loaded.Raw, "demo-agent", TimeProvider.System.GetUtcNow());
    }
}
