using Causum.Application.Worker;
using Microsoft.Extensions.Hosting;

namespace Causum.Host.Start;

/// <summary>Runs the worker inside the host. The host's stop is the worker's drain; a second signal aborts it.</summary>
internal sealed class AgentLoop(AgentWorker worker, Signals signals) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        worker.RunAsync(stoppingToken, signals.Abort);
}
