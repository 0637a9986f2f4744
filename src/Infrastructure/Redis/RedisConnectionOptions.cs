using Causum.Domain.Settings;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>How the client speaks to the servers of the connection token; where they are is found out for each connection.</summary>
internal static class RedisConnectionOptions
{
    public static ConfigurationOptions Of(AgentSettings settings)
    {
        var endpoint = settings.RedisUrl;
        var options = new ConfigurationOptions
        {
            ClientName = $"causum-agent:{settings.InstanceId}",
            DefaultDatabase = endpoint.Database,
            AbortOnConnectFail = true,
            // The client's own guard, not a right at the server: a stop ends the blocked read by CLIENT UNBLOCK.
            AllowAdmin = true,
            ConnectRetry = 1,
            ConnectTimeout = 5_000,
            // Above the longest block of a read, so that only a connection that is half open times out.
            AsyncTimeout = 15_000,
            SyncTimeout = 15_000,
            KeepAlive = 30,
            TcpKeepAlive = true,
            // Revocation lists lie outside the networks that agents run in; a wait for them would outlast the connection.
            CheckCertificateRevocation = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new NoReconnect(),
            ConfigurationChannel = "",
            TieBreaker = "",
            SetClientLibrary = false,
            IncludeDetailInExceptions = false,
        };
        endpoint.User.IfSome(user => options.User = user);
        endpoint.Password.IfSome(password => options.Password = password.Reveal());
        return options;
    }

    /// <summary>The same with the sentinels' own login where the token has one. Sentinels that want no login let that of Redis pass.</summary>
    public static ConfigurationOptions OfSentinels(AgentSettings settings)
    {
        var endpoint = settings.RedisUrl;
        var options = Of(settings);
        if (endpoint.SentinelUser.IsNone && endpoint.SentinelPassword.IsNone)
            return options;
        options.User = endpoint.SentinelUser.IfNoneUnsafe((string?)null);
        options.Password = endpoint.SentinelPassword.Map(password => password.Reveal()).IfNoneUnsafe((string?)null);
        return options;
    }
}
