using System.Globalization;
using System.Net;
using System.Text;
using Causum.Domain.Settings;

namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>Asks an HTTP proxy for a tunnel (RFC 9110 §9.3.6) with Basic credentials (RFC 7617). What the proxy says is never repeated but for its status.</summary>
internal static class ProxyHandshake
{
    private const int LongestAnswer = 16 * 1024;
    private static readonly string Setting = KnownSettings.RedisProxy.Variable;

    /// <summary>None: the stream now leads to the server.</summary>
    public static async Task<Option<RedisFault>> OpenAsync(
        Stream stream,
        ProxyAddress proxy,
        EndPoint server,
        CancellationToken cancellationToken
    )
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(Request(proxy, server)), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        var answer = await ReadAsync(stream, cancellationToken);
        var words = answer.Split("\r\n")[0].Split(' ', 3);
        if (
            !words[0].StartsWith("HTTP/1.", StringComparison.Ordinal)
            || words.Length < 2
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
            return answer.Length == 0
                ? RedisFault.Unreached($"the proxy of {Setting} closed the connection before it answered")
                : RedisFault.RefusedBecause(
                    $"what answers at the address of {Setting} is no HTTP proxy; check its host and port"
                );
        return status is >= 200 and < 300 ? None : Fault(status, proxy, answer);
    }

    private static RedisFault Fault(int status, ProxyAddress proxy, string answer) =>
        status switch
        {
            407 when !AsksForBasic(answer) => RedisFault.RefusedBecause(
                $"the proxy of {Setting} demands a login (407) of a kind that the agent does not have; let it accept Basic credentials for this host"
            ),
            407 when proxy.User.IsNone => RedisFault.RefusedBecause(
                $"the proxy of {Setting} demands a user and a password (407); set them as in http://user:password@host:port"
            ),
            407 => RedisFault.RefusedBecause(
                $"the proxy refuses the user or the password of {Setting} (407); correct them, with special characters percent-encoded"
            ),
            403 or 405 => RedisFault.RefusedBecause(
                $"the proxy of {Setting} forbids the connection to Redis ({status}); have it allow CONNECT to the host and port of the connection token"
            ),
            502 or 503 or 504 => RedisFault.Unreached(
                $"the proxy of {Setting} cannot reach Redis ({status}); check the host and port of the connection token"
            ),
            _ => RedisFault.RefusedBecause(
                $"the proxy of {Setting} answers CONNECT with status {status}; check that it may be used for Redis"
            ),
        };

    private static bool AsksForBasic(string answer)
    {
        var offers = answer
            .Split("\r\n")
            .Where(line => line.StartsWith("Proxy-Authenticate:", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return offers.Count == 0 || offers.Exists(o => o.Contains("basic", StringComparison.OrdinalIgnoreCase));
    }

    private static string Request(ProxyAddress proxy, EndPoint server)
    {
        var target = RedisRoute.Name(server);
        var login = proxy.User.Map(user =>
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{user}:{proxy.Password.Map(secret => secret.Reveal()).IfNone("")}")
            )
        );
        var authorization = login.Map(text => $"Proxy-Authorization: Basic {text}\r\n").IfNone("");
        return $"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{authorization}\r\n";
    }

    // Byte by byte, for what follows the head belongs to the tunnel.
    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (head.Length < LongestAnswer && await stream.ReadAsync(next, cancellationToken) == 1)
        {
            head.Append((char)next[0]);
            if (next[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n")
                break;
        }
        return head.ToString();
    }
}
