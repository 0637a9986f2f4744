using Causum.Domain.Input;
using Causum.Domain.Settings;
using Causum.Infrastructure.Redis;
using Causum.Infrastructure.Redis.Connecting;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>One attempt to connect, and what becomes of it.</summary>
internal static class Dialing
{
    /// <summary>The fault that it ends with.</summary>
    public static async Task<RedisFault> FaultAsync(string url, string? caFile = null, string? proxy = null)
    {
        var dialed = await DialAsync(url, caFile, proxy);
        if (dialed.Case is StackExchange.Redis.ConnectionMultiplexer open)
            await open.CloseAsync();
        return Outcomes.Left(dialed);
    }

    /// <summary>It leads to a Redis that answers.</summary>
    public static async Task SucceedsAsync(string url, string? caFile = null, string? proxy = null)
    {
        await using var open = Outcomes.Right(await DialAsync(url, caFile, proxy));
        Assert.True(await open.GetDatabase().PingAsync() > TimeSpan.Zero);
    }

    public static ProxyAddress Proxy(string text) =>
        ProxyAddress
            .Parse(FieldPath.Root, text)
            .IfFail(faults => throw new Xunit.Sdk.XunitException(faults.First().ToString()));

    private static Task<Either<RedisFault, StackExchange.Redis.ConnectionMultiplexer>> DialAsync(
        string url,
        string? caFile,
        string? proxy
    )
    {
        var side = new RedisSide(url) { CaFile = Optional(caFile), Proxy = Optional(proxy).Map(Proxy) };
        var dialer = new RedisDialer(side.Settings("dialing", TimeSpan.FromMinutes(1)));
        return Eventually.InTimeAsync(dialer.DialAsync(CancellationToken.None));
    }
}
