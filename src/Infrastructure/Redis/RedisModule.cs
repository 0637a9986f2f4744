using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Input;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Causum.Infrastructure.Redis.Connecting;
using Causum.Infrastructure.Tls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Redis;

/// <summary>The queue of the connection token, in Redis Streams.</summary>
public static class RedisModule
{
    internal const string UnreadableCaFile =
        "the file of AGENT_REDIS_CA_FILE cannot be read as PEM certificates; check its path, its rights and its content";

    /// <summary>What a start would stumble over before it connects.</summary>
    public static Validation<InputError, Unit> Check(AgentSettings settings) =>
        settings.RedisCaFile.Exists(file => ExtraRoots.Read(file).IsNone)
            ? Fail<InputError, Unit>(
                new InputError.InvalidValue(
                    FieldPath.Root.Field(KnownSettings.RedisCaFile.Variable),
                    "must name a file of PEM certificates that this user may read"
                )
            )
            : Success<InputError, Unit>(unit);

    /// <summary>Needs <see cref="AgentSettings"/>, <see cref="Metrics"/>, <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddRedisQueue(this IServiceCollection services) =>
        services.AddSingleton<ITaskQueue>(provider =>
        {
            var settings = provider.GetRequiredService<AgentSettings>();
            return new RedisTaskQueue(
                new RedisDialer(settings),
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
            return new RedisControlPlane(new RedisDialer(settings), StreamKeys.Of(settings.AgentKey));
        });
}
