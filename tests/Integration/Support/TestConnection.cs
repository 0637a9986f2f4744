using System.Net;
using StackExchange.Redis;

namespace Causum.Integration.Support;

/// <summary>The test's own connections, which come back by themselves and may do anything.</summary>
internal static class TestConnection
{
    public static Task<ConnectionMultiplexer> OpenAsync(string password, params IEnumerable<EndPoint> servers)
    {
        var options = new ConfigurationOptions
        {
            ClientName = "test",
            AllowAdmin = true,
            ConfigurationChannel = "",
            TieBreaker = "",
            AbortOnConnectFail = false,
            Password = password,
            ReconnectRetryPolicy = new LinearRetry(100),
        };
        foreach (var server in servers)
            options.EndPoints.Add(server);
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
