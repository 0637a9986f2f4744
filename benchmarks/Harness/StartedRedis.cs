using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Benchmarks.Harness;

/// <summary>A redis-server of the measurement's own, gone with it.</summary>
internal sealed class StartedRedis : IAsyncDisposable
{
    private readonly RedisServer server = new();

    public int Port => server.Port;

    public IDatabase Database => server.Database;

    public IServer Admin => server.Admin;

    public Task StartAsync() => server.InitializeAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
