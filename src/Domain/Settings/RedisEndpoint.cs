using Causum.Domain.Input;
using Causum.Domain.Secrets;

namespace Causum.Domain.Settings;

/// <summary>Where the control plane's Redis is and how to log in there (protocol §1). Its text form shows hosts and never the user information.</summary>
/// <param name="Hosts">At least one; several for Sentinel and Cluster.</param>
/// <param name="Database">0 unless the URL names one; always 0 for Cluster.</param>
/// <param name="ServiceName">The primary's name; present for Sentinel only.</param>
/// <param name="SentinelUser">The sentinels' own login, where it differs from <paramref name="User"/>.</param>
public sealed record RedisEndpoint(
    RedisTopology Topology,
    bool Tls,
    IReadOnlyList<RedisHost> Hosts,
    Option<string> User,
    Option<Secret> Password,
    int Database,
    Option<string> ServiceName,
    Option<string> SentinelUser,
    Option<Secret> SentinelPassword
)
{
    /// <summary>Reads a <c>redis://</c>, <c>rediss://</c>, <c>redis[s]+sentinel://</c> or <c>redis[s]+cluster://</c> URL.</summary>
    public static Validation<InputError, RedisEndpoint> Parse(FieldPath path, string url) => RedisUrl.Parse(path, url);

    public override string ToString()
    {
        var scheme = Tls ? "rediss" : "redis";
        var form = Topology switch
        {
            RedisTopology.Single => scheme,
            RedisTopology.Sentinel => scheme + "+sentinel",
            RedisTopology.Cluster => scheme + "+cluster",
        };
        var service = ServiceName.Map(name => "/" + name).IfNone("");
        return $"{form}://{string.Join(',', Hosts)}{service}{(Database == 0 ? "" : $"/{Database}")}";
    }
}

/// <summary>How the Redis servers behind an endpoint belong together.</summary>
public enum RedisTopology
{
    Single,
    Sentinel,
    Cluster,
}

/// <summary>One server; an IPv6 address stands without brackets.</summary>
public sealed record RedisHost(string Host, int Port)
{
    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
