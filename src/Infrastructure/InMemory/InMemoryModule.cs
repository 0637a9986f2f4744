using Causum.Application.Ports;
using Causum.Domain.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.InMemory;

/// <summary>A queue inside the process, for the demo and for tests of the whole.</summary>
public static class InMemoryModule
{
    /// <summary>The <see cref="InMemoryBroker"/> is the other side.</summary>
    public static IServiceCollection AddInMemoryQueue(
        this IServiceCollection services,
        string instanceId,
        TimeSpan claimIdle
    ) =>
        services
            .AddSingleton<InMemoryBroker>()
            .AddSingleton<IControlPlane, InMemoryControlPlane>()
            .AddSingleton<ITaskQueue>(provider => new InMemoryTaskQueue(
                provider.GetRequiredService<InMemoryBroker>(),
                instanceId,
                new ClaimTiming(claimIdle)
            ));
}
