using System.Net;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>
/// Asks the sentinels which server is the primary, anew for every connection, as their guide for clients wants it. All are asked at once, for a sentinel
/// often dies together with the primary beside it; the first that knows it decides.
/// </summary>
internal sealed class SentinelQuestion(
    ConfigurationOptions template,
    IReadOnlyList<EndPoint> sentinels,
    RedisRoute route
)
{
    public Task<Either<RedisFault, EndPoint>> AskAsync(string service, CancellationToken cancellationToken) =>
        FirstAnswer.OfAsync(sentinels.Select(sentinel => AskAsync(sentinel, service, cancellationToken)));

    private async Task<Either<RedisFault, EndPoint>> AskAsync(
        EndPoint sentinel,
        string service,
        CancellationToken cancellationToken
    )
    {
        var barred = await route.TryAsync(sentinel, cancellationToken);
        return barred.Case is RedisFault fault ? fault : await ReadAsync(sentinel, service);
    }

    private async Task<Either<RedisFault, EndPoint>> ReadAsync(EndPoint sentinel, string service)
    {
        var options = template.Clone();
        options.EndPoints.Add(sentinel);
        options.CommandMap = CommandMap.Sentinel;
        options.DefaultDatabase = null;
        route.Apply(options);
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
            var reply = await connection
                .GetServer(sentinel)
                .ExecuteAsync("SENTINEL", "get-master-addr-by-name", service);
            return reply.IsNull || reply.Length != 2
                ? RedisFault.RefusedBecause(
                    "the sentinels know no primary of the name that ends redis_url of the connection token"
                )
                : RedisRoute.EndPointOf((string)reply[0]!, (int)reply[1]);
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault known)
        {
            return known.Kind == RedisFaultKind.Refused
                ? RedisFault.RefusedBecause(
                    "the sentinels refuse the login; give their own in redis_url of the connection token (sentinel_user, sentinel_password)"
                )
                : known;
        }
    }
}
