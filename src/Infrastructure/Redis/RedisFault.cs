using System.Security.Authentication;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>What is wrong with Redis, in the agent's own words; the client's texts may name hosts and users.</summary>
/// <param name="Sentence">For log, heartbeat and health.</param>
/// <param name="Reconnect">Whether only a new connection can help.</param>
internal sealed record RedisFault(RedisFaultKind Kind, string Sentence, bool Reconnect)
{
    public static bool IsMissingRight(Exception e) =>
        From(e).Exists(fault => fault.Kind == RedisFaultKind.MissingRight);

    /// <summary>None for what is no fault of Redis, and must not be caught as one.</summary>
    public static Option<RedisFault> From(Exception exception) =>
        exception switch
        {
            RedisServerException e => Some(FromServer(e)),
            RedisConnectionException e => Some(FromConnection(e)),
            RedisTimeoutException => Some(
                new RedisFault(RedisFaultKind.TimedOut, "Redis did not answer in time", Reconnect: true)
            ),
            RedisCommandException e => Some(FromClient(e)),
            ObjectDisposedException => Some(Unreachable),
            _ => None,
        };

    public static RedisFault Unreachable =>
        Unreached("check the host and port of the connection token and the network");

    /// <summary>The way there is barred; <paramref name="cause"/> says where and what to do.</summary>
    public static RedisFault Unreached(string cause) =>
        new(RedisFaultKind.Unreachable, $"Redis cannot be reached: {cause}", Reconnect: true);

    /// <summary>Somebody has to act before it can work: a certificate, a login, a rule of the proxy.</summary>
    public static RedisFault RefusedBecause(string sentence) => new(RedisFaultKind.Refused, sentence, Reconnect: true);

    public static RedisFault OnReplica =>
        Busy("Redis is a read-only replica; a failover may be under way", reconnect: true);

    private static RedisFault FromConnection(RedisConnectionException e) =>
        IsTls(e)
            ? RefusedBecause(
                "the TLS handshake with Redis failed; if its certificate is signed by an own CA, set AGENT_REDIS_CA_FILE"
            )
        : e.FailureType == ConnectionFailureType.AuthenticationFailure ? CredentialsRefused
        : e.FailureType == ConnectionFailureType.Loading ? Busy("Redis is loading its data", reconnect: true)
        : Unreachable;

    private static bool IsTls(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is AuthenticationException)
                return true;
        }
        return false;
    }

    private static RedisFault FromServer(RedisServerException e) =>
        e.Kind switch
        {
            RedisErrorKind.NoAuth or RedisErrorKind.WrongPass => CredentialsRefused,
            RedisErrorKind.NoPermission or RedisErrorKind.UnknownCommand => new(
                RedisFaultKind.MissingRight,
                "the Redis user lacks a right; grant XREADGROUP, XREAD, XADD, XACK, XGROUP, GET and SET on agent:*",
                Reconnect: false
            ),
            RedisErrorKind.ReadOnly => OnReplica,
            RedisErrorKind.OutOfMemory => Busy("Redis is out of memory (maxmemory); results wait here"),
            RedisErrorKind.Loading => Busy("Redis is loading its data"),
            RedisErrorKind.MasterDown => Busy("Redis has lost its primary", reconnect: true),
            RedisErrorKind.ClusterDown or RedisErrorKind.TryAgain or RedisErrorKind.Moved or RedisErrorKind.Ask => Busy(
                "the Redis Cluster is being rearranged"
            ),
            RedisErrorKind.CrossSlot => SeveralSlots,
            _ when Says(e, "NOGROUP") || Says(e, "UNBLOCKED") => new(
                RedisFaultKind.GroupGone,
                "the tasks stream or its group was deleted; it is made again",
                Reconnect: false
            ),
            _ => Busy("Redis refuses a command"),
        };

    // The client sees some things before it asks the server; it has no codes for them.
    private static RedisFault FromClient(RedisCommandException e) =>
        Says(e, "Multi-key")
            ? SeveralSlots
            : RefusedBecause("Redis lacks what the connection token asks for; check the database number of redis_url");

    private static RedisFault SeveralSlots =>
        new(RedisFaultKind.SeveralSlots, "the keys lie in several slots", Reconnect: false);

    private static bool Says(Exception e, string code) => e.Message.StartsWith(code, StringComparison.Ordinal);

    private static RedisFault Busy(string sentence, bool reconnect = false) =>
        new(RedisFaultKind.Busy, sentence, reconnect);

    private static RedisFault CredentialsRefused =>
        RefusedBecause("Redis refuses the credentials of the connection token; ask for a new token");
}

internal enum RedisFaultKind
{
    Unreachable,
    TimedOut,

    /// <summary>Credentials or certificate: trying again helps only after somebody acted.</summary>
    Refused,
    MissingRight,
    GroupGone,
    SeveralSlots,

    /// <summary>Passes by itself: loading, failover, out of memory.</summary>
    Busy,
}
