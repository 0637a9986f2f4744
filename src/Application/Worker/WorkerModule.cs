using Microsoft.Extensions.DependencyInjection;

namespace Causum.Application.Worker;

public static class WorkerModule
{
    /// <summary>Needs a queue, <see cref="AgentProcess"/>, the tasks and the configuration.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services) =>
        services.AddSingleton<Metrics>().AddSingleton<AgentWorker>();
}
