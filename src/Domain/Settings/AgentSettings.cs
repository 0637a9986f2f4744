namespace Causum.Domain.Settings;

/// <summary>
/// Everything that is fixed when the agent starts, checked: flag over environment over file over default (cli.md). Limits are in range, patterns compile,
/// paths are not empty; whether a path exists is seen by who opens it.
/// </summary>
public sealed record AgentSettings
{
    public required ConnectionToken Connection { get; init; }

    public string AgentKey => Connection.AgentKey;

    public RedisEndpoint RedisUrl => Connection.Redis;

    /// <summary>Printable ASCII without blanks, 1 to 128 characters; the Redis consumer is named after it.</summary>
    public required string InstanceId { get; init; }

    public required string StateDirectory { get; init; }

    public Option<string> PolicyFile { get; init; }

    public required LogSettings Log { get; init; }

    /// <summary>Tasks that run at once.</summary>
    public required int Concurrency { get; init; }

    /// <summary>After this time without renewal an entry of a dead consumer is claimed.</summary>
    public TimeSpan ClaimIdle { get; init; } = TimeSpan.FromSeconds(15);

    public int MaxDeliveries { get; init; } = 5;

    /// <summary>None: tasks never become stale by their age.</summary>
    public Option<TimeSpan> MaxTaskAge { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan MaxTaskTime { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>None: the results stream is never trimmed.</summary>
    public Option<long> ResultsMaxLength { get; init; }

    public long MaxResultBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Hex digits of a token: 8, 12 or 16.</summary>
    public int TokenLength { get; init; } = 8;

    public Option<string> TokenKeyFile { get; init; }

    /// <summary>The whole resolved endpoint of the model must match.</summary>
    public Option<EndpointPattern> LlmEndpointPattern { get; init; }

    /// <summary>Exact names; None: any model.</summary>
    public Option<IReadOnlyList<string>> LlmModelAllowlist { get; init; }

    /// <summary>Plain HTTP beyond loopback; for tests.</summary>
    public bool AllowInsecureEndpoints { get; init; }

    /// <summary>Folders that database files must lie in; empty: anywhere.</summary>
    public IReadOnlyList<string> DataDirs { get; init; } = [];

    /// <summary>PEM certificates trusted beside the system's, for HTTPS.</summary>
    public Option<string> CaFile { get; init; }

    /// <summary>The same for Redis.</summary>
    public Option<string> RedisCaFile { get; init; }

    /// <summary>None: Redis is reached directly.</summary>
    public Option<ProxyAddress> RedisProxy { get; init; }

    /// <summary>None: no HTTP endpoint.</summary>
    public Option<HttpListener> Http { get; init; }
}

/// <param name="Directory">None: no log files.</param>
public sealed record LogSettings(Verbosity Level, LogFormat Format, Option<string> Directory);

/// <summary>From the most to the least talkative.</summary>
public enum Verbosity
{
    Debug,
    Info,
    Warning,
    Error,
}

/// <summary>How log lines look on stderr.</summary>
public enum LogFormat
{
    /// <summary>Text on a terminal, JSON otherwise.</summary>
    Auto,
    Text,
    Json,
}

/// <param name="Port">0: any free one.</param>
/// <param name="AskedFor">Whether someone set it: a taken port is then an error, else a warning.</param>
public sealed record HttpListener(string Host, int Port, bool AskedFor);
