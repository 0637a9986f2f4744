using System.Net;
using Causum.Domain.Settings;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>How the client connects to the endpoint of the connection token.</summary>
internal static class RedisConnectionOptions
{
    public static ConfigurationOptions Of(AgentSettings settings)
    {
        var endpoint = settings.RedisUrl;
        var options = new ConfigurationOptions
        {
            ClientName = $"causum-agent:{settings.InstanceId}",
            DefaultDatabase = endpoint.Database,
            Ssl = endpoint.Tls,
            AbortOnConnectFail = true,
            ConnectRetry = 1,
            ConnectTimeout = 5_000,
            // Above the longest block of a read, so that only a connection that is half open times out.
            AsyncTimeout = 15_000,
            SyncTimeout = 15_000,
            KeepAlive = 30,
            TcpKeepAlive = true,
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new NoReconnect(),
            ConfigurationChannel = "",
            TieBreaker = "",
            SetClientLibrary = false,
            IncludeDetailInExceptions = false,
        };
        foreach (var host in endpoint.Hosts)
            options.EndPoints.Add(EndPointOf(host));
        endpoint.User.IfSome(user => options.User = user);
        endpoint.Password.IfSome(password => options.Password = password.Reveal());
        endpoint.ServiceName.IfSome(name => options.ServiceName = name);
        endpoint.SentinelUser.IfSome(user => options.SentinelUser = user);
        endpoint.SentinelPassword.IfSome(password => options.SentinelPassword = password.Reveal());
        settings.RedisCaFile.IfSome(options.TrustIssuer);
        return options;
    }

    private static EndPoint EndPointOf(RedisHost host) =>
        IPAddress.TryParse(host.Host, out var address)
            ? new IPEndPoint(address, host.Port)
            : new DnsEndPoint(host.Host, host.Port);
}
