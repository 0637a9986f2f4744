using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Redis;

/// <summary>The queue of the connection token, in Redis Streams.</summary>
public static class RedisModule
{
    /// <summary>Needs <see cref="AgentSettings"/>, <see cref="Metrics"/>, <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddRedisQueue(this IServiceCollection services) =>
        services.AddSingleton<ITaskQueue>(provider =>
        {
            var settings = provider.GetRequiredService<AgentSettings>();
            return new RedisTaskQueue(
                RedisConnectionOptions.Of(settings),
                new RedisQueueOptions(
                    StreamKeys.Of(settings.AgentKey),
                    settings.InstanceId,
                    new ClaimTiming(settings.ClaimIdle),
                    settings.ResultsMaxLength
                ),
                provider.GetRequiredService<Metrics>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<RedisTaskQueue>>()
            );
        });

    /// <summary>The other end of the same streams. Needs <see cref="AgentSettings"/>.</summary>
    public static IServiceCollection AddRedisControlPlane(this IServiceCollection services) =>
        services.AddSingleton<IControlPlane>(provider =>
        {
            var settings = provider.GetRequiredService<AgentSettings>();
            return new RedisControlPlane(RedisConnectionOptions.Of(settings), StreamKeys.Of(settings.AgentKey));
        });
}
