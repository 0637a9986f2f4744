using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>The queue's contract in a Redis Cluster, all keys of the agent in one slot.</summary>
public sealed class ClusterTaskQueueTests(RedisCluster cluster) : TaskQueueContract, IClassFixture<RedisCluster>
{
    protected override IQueueSide MakeSide() => new RedisSide(cluster.Url, cluster.Database);
}

/// <summary>The same with an agent key without a hash tag: the keys lie on several masters.</summary>
public sealed class ScatteredClusterTaskQueueTests(RedisCluster cluster)
    : TaskQueueContract,
        IClassFixture<RedisCluster>
{
    protected override IQueueSide MakeSide() => new RedisSide(cluster.Url, cluster.Database, tagged: false);
}

/// <summary>The same with the primary that sentinels name.</summary>
public sealed class SentinelTaskQueueTests(RedisSentinel sentinel) : TaskQueueContract, IClassFixture<RedisSentinel>
{
    protected override IQueueSide MakeSide() => new RedisSide(sentinel.Url, sentinel.Database);
}

/// <summary>The same over TLS with an own authority, through a proxy that demands a password.</summary>
public sealed class TlsThroughProxyTaskQueueTests(TlsRedisServer server)
    : TaskQueueContract,
        IClassFixture<TlsRedisServer>,
        IAsyncLifetime
{
    private readonly ConnectProxy proxy = new("someone:planted");

    protected override IQueueSide MakeSide() =>
        new RedisSide(server.Url, server.Database)
        {
            CaFile = server.CaFile,
            Proxy = new ProxyAddress("127.0.0.1", proxy.Port, "someone", new Secret("planted")),
        };

    async Task IAsyncLifetime.DisposeAsync()
    {
        Assert.True(proxy.Opened > 0, "the way led through the proxy");
        await DisposeAsync();
        await proxy.DisposeAsync();
    }
}
