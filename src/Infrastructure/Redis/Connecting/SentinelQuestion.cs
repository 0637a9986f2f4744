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
    public async Task<Either<RedisFault, EndPoint>> AskAsync(string service, CancellationToken cancellationToken)
    {
        var fault = RedisFault.Unreachable;
        await foreach (
            var asked in Task.WhenEach(sentinels.Select(sentinel => AskAsync(sentinel, service, cancellationToken)))
        )
        {
            var answer = await asked;
            if (answer.IsRight)
                return answer;
            answer.IfLeft(f => fault = f);
        }
        return fault;
    }

    private async Task<Either<RedisFault, EndPoint>> AskAsync(
        EndPoint sentinel,
        string service,
        CancellationToken cancellationToken
    )
    {
        if ((await route.TryAsync(sentinel, cancellationToken)).Case is RedisFault fault)
            return fault;
        try
        {
            return await ReadAsync(sentinel, service);
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault known)
        {
            return known.Kind == RedisFaultKind.Refused
                ? RedisFault.RefusedBecause(
                    "the sentinels refuse the credentials; give their own login in the connection token (sentinel_user, sentinel_password)"
                )
                : known;
        }
    }

    private async Task<Either<RedisFault, EndPoint>> ReadAsync(EndPoint sentinel, string service)
    {
        var options = template.Clone();
        options.EndPoints.Add(sentinel);
        options.CommandMap = CommandMap.Sentinel;
        options.DefaultDatabase = null;
        route.Apply(options);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        var reply = await connection.GetServer(sentinel).ExecuteAsync("SENTINEL", "get-master-addr-by-name", service);
        return reply.IsNull || reply.Length != 2
            ? RedisFault.RefusedBecause(
                "the sentinels know no primary of the name that ends redis_url of the connection token"
            )
            : RedisRoute.EndPointOf((string)reply[0]!, (int)reply[1]);
    }
}
