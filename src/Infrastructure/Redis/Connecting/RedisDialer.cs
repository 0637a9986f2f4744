using System.Net;
using Causum.Domain.Settings;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>Makes connections to the primary of the connection token's Redis: one server, the one that the sentinels name, or a cluster.</summary>
internal sealed class RedisDialer
{
    private readonly ConfigurationOptions template;
    private readonly IReadOnlyList<EndPoint> hosts;
    private readonly RedisTopology topology;
    private readonly RedisRoute route;
    private readonly Option<(string Name, SentinelQuestion Sentinels)> service;

    public RedisDialer(AgentSettings settings)
    {
        var endpoint = settings.RedisUrl;
        template = RedisConnectionOptions.Of(settings);
        topology = endpoint.Topology;
        hosts = [.. endpoint.Hosts.Select(host => RedisRoute.EndPointOf(host.Host, host.Port))];
        route = new RedisRoute(endpoint.Tls, settings.RedisCaFile, settings.RedisProxy);
        service = endpoint.ServiceName.Map(name =>
            (name, new SentinelQuestion(RedisConnectionOptions.OfSentinels(settings), hosts, route))
        );
    }

    /// <summary>Once, without waiting for what is not there.</summary>
    public async Task<Either<RedisFault, ConnectionMultiplexer>> DialAsync(CancellationToken cancellationToken)
    {
        var found = await service.Match(
            asked => asked.Sentinels.AskAsync(asked.Name, cancellationToken),
            () => FirstAnswer.OfAsync(hosts.Select(host => TryAsync(host, cancellationToken)))
        );
        if (found.Case is not EndPoint server)
            return found.Match(Right: _ => RedisFault.Unreachable, Left: fault => fault);
        if (service.IsSome && (await route.TryAsync(server, cancellationToken)).Case is RedisFault away)
            return away;
        return await ConnectAsync(server);
    }

    private async Task<Either<RedisFault, EndPoint>> TryAsync(EndPoint host, CancellationToken cancellationToken) =>
        (await route.TryAsync(host, cancellationToken)).Match(
            Left<RedisFault, EndPoint>,
            () => Right<RedisFault, EndPoint>(host)
        );

    // Not cancelled half-way: a connection that came up after the caller left would stay open.
    private async Task<Either<RedisFault, ConnectionMultiplexer>> ConnectAsync(EndPoint server)
    {
        var options = template.Clone();
        options.EndPoints.Add(server);
        route.Apply(options);
        try
        {
            var opened = await ConnectionMultiplexer.ConnectAsync(options);
            if (topology == RedisTopology.Cluster || !opened.GetServer(server).IsReplica)
                return opened;
            await opened.CloseAsync(allowCommandsToComplete: false);
            return RedisFault.OnReplica;
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault fault)
        {
            return fault.Kind == RedisFaultKind.Unreachable
                ? RedisFault.Unreached(
                    $"{RedisRoute.Name(server)} accepts connections but does not answer as Redis; if it wants TLS, redis_url must begin with rediss"
                )
                : fault;
        }
    }
}
