using Causum.Integration.Support;

namespace Causum.Integration.Queue;

public sealed class RedisTaskQueueTests(RedisServer server) : TaskQueueContract, IClassFixture<RedisServer>
{
    protected override IQueueSide MakeSide() => new RedisSide(server);
}
