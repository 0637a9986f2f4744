using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Causum.Domain.Input;
using Causum.Domain.Secrets;

namespace Causum.Domain.Settings;

/// <summary>The URL forms of protocol §1, which <see cref="Uri"/> cannot read (several hosts, a service name). No message repeats a part of the URL.</summary>
internal static partial class RedisUrl
{
    private const int RedisPort = 6379;
    private const int SentinelPort = 26379;

    public static Validation<InputError, RedisEndpoint> Parse(FieldPath path, string url)
    {
        var faults = new Faults();
        var parts = UrlForm().Match(url);
        if (!parts.Success || Topology(parts.Groups["form"].Value) is not { } topology)
            return faults
                .Invalid(path, "must start with redis://, rediss://, redis[s]+sentinel:// or redis[s]+cluster://")
                .Result<RedisEndpoint>();

        // The last '@' ends the user information: a host has none.
        var authority = parts.Groups["authority"].Value;
        var at = authority.LastIndexOf('@');
        var (user, password) = Login(path, at < 0 ? "" : authority[..at], faults);
        var hosts = Hosts(path, authority[(at + 1)..], topology, faults);
        var (service, database) = Path(path, parts.Groups["path"].Value, topology, faults);
        var query = Query(path, parts.Groups["query"].Value, topology, faults);

        return faults.Or(() =>
            new RedisEndpoint(
                topology,
                parts.Groups["tls"].Success,
                hosts,
                user,
                password.Map(p => new Secret(p)),
                database,
                service,
                query.TryGetValue("sentinel_user", out var sentinelUser) ? Some(sentinelUser) : None,
                query.TryGetValue("sentinel_password", out var sentinelPassword)
                    ? Some(new Secret(sentinelPassword))
                    : None
            )
        );
    }

    private static RedisTopology? Topology(string form) =>
        form switch
        {
            "" => RedisTopology.Single,
            "+sentinel" => RedisTopology.Sentinel,
            "+cluster" => RedisTopology.Cluster,
            _ => null,
        };

    private static (Option<string> User, Option<string> Password) Login(FieldPath path, string text, Faults faults)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var user = Decode(path, colon < 0 ? text : text[..colon], faults);
        var password = colon < 0 ? "" : Decode(path, text[(colon + 1)..], faults);
        return (user.Length == 0 ? None : Some(user), password.Length == 0 ? None : Some(password));
    }

    private static List<RedisHost> Hosts(FieldPath path, string text, RedisTopology topology, Faults faults)
    {
        var hosts = new List<RedisHost>();
        foreach (var item in text.Split(','))
        {
            var form = HostForm().Match(item);
            var host = form.Groups["v6"].Success ? form.Groups["v6"].Value : form.Groups["name"].Value;
            var known =
                form.Success
                && (!form.Groups["v6"].Success || Uri.CheckHostName(host) == UriHostNameType.IPv6)
                && host.Length <= 253;
            var port = topology == RedisTopology.Sentinel ? SentinelPort : RedisPort;
            if (!known)
                faults.Invalid(path, "must name a host, such as cache.example:6379 or [::1]:6379");
            else if (form.Groups["port"].Success && !IsPort(form.Groups["port"].Value, out port))
                faults.Invalid(path, "must have a port between 1 and 65535");
            hosts.Add(new RedisHost(host, port));
        }
        if (hosts.Count > 1 && topology == RedisTopology.Single)
            faults.Invalid(path, "must name one host: several are for +sentinel and +cluster URLs");
        return hosts;
    }

    private static (Option<string> Service, int Database) Path(
        FieldPath path,
        string text,
        RedisTopology topology,
        Faults faults
    )
    {
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var names = topology == RedisTopology.Sentinel ? 1 : 0;
        var service = Option<string>.None;
        if (names == 1 && segments.Length == 0)
            faults.Invalid(path, "must name the Sentinel service, as in redis+sentinel://h1,h2/service-name/0");
        else if (names == 1)
            service = Decode(path, segments[0], faults);
        if (segments.Length <= names)
            return (service, 0);
        if (
            segments.Length > names + 1
            || !int.TryParse(segments[names], NumberStyles.None, CultureInfo.InvariantCulture, out var database)
        )
            faults.Invalid(path, "must end with a database number, such as /0");
        else if (topology == RedisTopology.Cluster && database != 0)
            faults.Invalid(path, "must not name a database other than 0: a cluster has only that one");
        else
            return (service, database);
        return (service, 0);
    }

    private static Dictionary<string, string> Query(FieldPath path, string text, RedisTopology topology, Faults faults)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? item : item[..equals];
            if (topology != RedisTopology.Sentinel || name is not ("sentinel_user" or "sentinel_password"))
                faults.Invalid(path, "has a query parameter other than sentinel_user and sentinel_password");
            else if (!query.TryAdd(name, Decode(path, equals < 0 ? "" : item[(equals + 1)..], faults)))
                faults.Invalid(path, $"has {name} twice");
        }
        return query;
    }

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private static string Decode(FieldPath path, string text, Faults faults)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        if (BrokenEscape().IsMatch(text))
        {
            faults.Invalid(path, "has a percent sign that does not start an escape such as %40");
            return "";
        }
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, char.IsSurrogatePair(text, i) ? 2 : 1));
                i += char.IsSurrogatePair(text, i) ? 1 : 0;
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(
        @"\Aredis(?<tls>s)?(?<form>\+[a-z]+)?://(?<authority>[^/?#]*)(?<path>/[^?#]*)?(\?(?<query>[^#]*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex UrlForm();

    [GeneratedRegex(
        @"\A(\[(?<v6>[0-9A-Fa-f:.]+)\]|(?<name>[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?\.?))(:(?<port>[0-9]+))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HostForm();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BrokenEscape();
}
