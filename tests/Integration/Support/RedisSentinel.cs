using System.Globalization;
using StackExchange.Redis;

namespace Causum.Integration.Support;

/// <summary>
/// A primary and a replica with a password, watched by two sentinels: one that lets everybody in and one with a login of its own. They fail over when the
/// tests say so, and only then.
/// </summary>
public sealed class RedisSentinel : IAsyncLifetime
{
    public const string Service = "watched";
    public const string Password = "redis-planted-pw";
    public const string SentinelPassword = "sentinel-planted-pw";

    private readonly RedisProcess[] servers = [Server(), Server()];
    private readonly RedisProcess open = Sentinel();
    private readonly RedisProcess guarded = Sentinel(SentinelPassword);
    private ConnectionMultiplexer? connection;

    public ConnectionMultiplexer Connection =>
        connection ?? throw new InvalidOperationException("Redis was not started.");

    public IDatabase Database => Connection.GetDatabase();

    /// <summary>As a connection token names it: a sentinel that is not there, and the one without a login.</summary>
    public string Url => $"redis+sentinel://:{Password}@127.0.0.1:1,127.0.0.1:{open.Port}/{Service}";

    /// <summary>By way of the sentinel that has a login of its own.</summary>
    public string GuardedUrl =>
        $"redis+sentinel://:{Password}@127.0.0.1:{guarded.Port}/{Service}?sentinel_password={SentinelPassword}";

    public async Task InitializeAsync()
    {
        await Task.WhenAll(servers.Select(server => server.StartAsync()));
        await servers[1].TellAsync("REPLICAOF", "127.0.0.1", Port(servers[0]));
        await Eventually.HoldsAsync(() => IsSyncedAsync(servers[1]), "the replica has the data");
        await Task.WhenAll(WatchAsync(open), WatchAsync(guarded));
        connection = await TestConnection.OpenAsync(Password, servers.Select(server => server.EndPoint));
    }

    public async Task DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        foreach (var process in (RedisProcess[])[open, guarded, .. servers])
            await process.DisposeAsync();
    }

    /// <summary>Has a user made on both servers, of which the sentinels know nothing.</summary>
    public async Task AddUserAsync(string name, string password)
    {
        foreach (var server in servers)
            await server.TellAsync("ACL", "SETUSER", name, "on", $">{password}", "~*", "&*", "+@all");
    }

    /// <summary>Waits until the replica has all that was written.</summary>
    public async Task ReplicatedAsync() => Assert.Equal("1", await servers[0].AskAsync("WAIT", "1", "10000"));

    /// <summary>Makes the replica the primary. The old one is demoted, which ends its connections, or killed and brought back as a replica.</summary>
    public async Task FailOverAsync(bool kill)
    {
        var old = servers[0];
        if (kill)
            await old.KillAsync();
        await Eventually.HoldsAsync(
            async () => await open.AskAsync("SENTINEL", "FAILOVER", Service) == "OK",
            "the sentinel begins a failover"
        );
        await Task.WhenAll(NamesAsync(open, servers[1]), NamesAsync(guarded, servers[1]));
        if (kill)
        {
            await old.StartAsync();
            await old.TellAsync("REPLICAOF", "127.0.0.1", Port(servers[1]));
        }
        await Eventually.HoldsAsync(() => IsSyncedAsync(old), "the old primary is a replica");
        (servers[0], servers[1]) = (servers[1], servers[0]);
        await Connection.ConfigureAsync();
    }

    private async Task WatchAsync(RedisProcess sentinel)
    {
        await sentinel.StartAsync();
        await sentinel.TellAsync("SENTINEL", "MONITOR", Service, "127.0.0.1", Port(servers[0]), "1");
        await sentinel.TellAsync("SENTINEL", "SET", Service, "auth-pass", Password);
        await sentinel.TellAsync("SENTINEL", "SET", Service, "down-after-milliseconds", "60000");
        // Looks and talks often, so that a failover is over soon.
        await sentinel.TellAsync("SENTINEL", "DEBUG", "info-period", "300", "publish-period", "300");
        await Eventually.HoldsAsync(
            async () =>
                (await sentinel.AskAsync("SENTINEL", "REPLICAS", Service)).Contains(
                    "master-link-status\nok",
                    StringComparison.Ordinal
                ),
            "the sentinel knows the replica"
        );
    }

    private static Task NamesAsync(RedisProcess sentinel, RedisProcess primary) =>
        Eventually.HoldsAsync(
            async () =>
                (await sentinel.AskAsync("SENTINEL", "GET-MASTER-ADDR-BY-NAME", Service)).EndsWith(
                    Port(primary),
                    StringComparison.Ordinal
                ),
            "the sentinel names the new primary"
        );

    private static async Task<bool> IsSyncedAsync(RedisProcess server) =>
        (await server.AskAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal);

    private static string Port(RedisProcess server) => server.Port.ToString(CultureInfo.InvariantCulture);

    private static RedisProcess Server() =>
        new(["--requirepass", Password, "--masterauth", Password], ["--repl-diskless-sync-delay", "0", "--save", ""])
        {
            Password = Password,
        };

    private static RedisProcess Sentinel(string password = "") =>
        new(["--sentinel"], password.Length == 0 ? [] : ["--requirepass", password]) { Password = password };
}
