using System.Globalization;
using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Input;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Causum.Infrastructure.Redis;
using Causum.Infrastructure.Redis.Connecting;
using Causum.Integration.Support;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Integration.Queue;

/// <summary>The streams of an agent key that no other test uses.</summary>
/// <param name="url">As the connection token would name Redis.</param>
/// <param name="database">The test's own view of it, where it looks.</param>
/// <param name="tagged">Whether all keys of the agent lie in one slot.</param>
internal sealed class RedisSide(string url, IDatabase? database = null, bool tagged = true) : IQueueSide
{
    private static int made;
    private readonly string agentKey = string.Format(
        CultureInfo.InvariantCulture,
        tagged ? "{{test-{0}}}" : "test-{0}",
        Interlocked.Increment(ref made)
    );

    public RedisSide(RedisServer server)
        : this(At(server.Port, ""), server.Database) { }

    public Option<string> CaFile { get; init; }

    public Option<ProxyAddress> Proxy { get; init; }

    public Metrics Metrics { get; } = new();

    public StreamKeys Keys => StreamKeys.Of(agentKey);

    public IDatabase Database => database ?? throw new InvalidOperationException("This side has no view of Redis.");

    public ITaskQueue Connect(string instance, TimeSpan claimIdle) => Connect(instance, claimIdle, url);

    /// <summary>As another user, or through another port of the loopback.</summary>
    public ITaskQueue Connect(
        string instance,
        TimeSpan claimIdle,
        int port,
        string? user = null,
        string? password = null
    ) => Connect(instance, claimIdle, At(port, password is null ? "" : $"{user}:{password}@"));

    /// <param name="redis">Another URL than the one of these streams.</param>
    public AgentSettings Settings(string instance, TimeSpan claimIdle, string? redis = null) =>
        new()
        {
            Connection = ConnectionToken.Local with
            {
                AgentKey = agentKey,
                Redis = RedisEndpoint
                    .Parse(FieldPath.Root, redis ?? url)
                    .IfFail(faults => throw new Xunit.Sdk.XunitException(faults.First().ToString())),
            },
            InstanceId = instance,
            StateDirectory = "unused",
            Log = new LogSettings(Verbosity.Error, LogFormat.Text, None),
            Concurrency = 4,
            ClaimIdle = claimIdle,
            RedisCaFile = CaFile,
            RedisProxy = Proxy,
        };

    public async Task<EntryId> AddAsync(Option<string> type, Option<string> data)
    {
        NameValueEntry[] fields =
        [
            .. type.Map(t => new NameValueEntry("type", t)).ToSeq(),
            .. data.Map(d => new NameValueEntry("data", d)).ToSeq(),
        ];
        return EntryId.Parse(await Database.StreamAddAsync(Keys.Tasks, fields)).IfNone(EntryId.Zero);
    }

    public Task<IReadOnlyList<string>> ResultsAsync() => TextsAsync(Keys.Results);

    public Task<IReadOnlyList<string>> TelemetryAsync() => TextsAsync(Keys.Telemetry);

    public async Task<Option<EntryId>> LastAckAsync() => EntryId.Parse(await Database.StringGetAsync(Keys.LastAck));

    /// <summary>The data of the entries of one type.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(RedisKey stream, string type) =>
        [
            .. (await Database.StreamRangeAsync(stream))
                .Where(entry => entry["type"] == type)
                .Select(entry => (string?)entry["data"] ?? ""),
        ];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private RedisTaskQueue Connect(string instance, TimeSpan claimIdle, string redis)
    {
        var settings = Settings(instance, claimIdle, redis);
        return new RedisTaskQueue(
            new RedisDialer(settings),
            new RedisQueueOptions(Keys, instance, new ClaimTiming(settings.ClaimIdle), settings.ResultsMaxLength),
            Metrics,
            TimeProvider.System,
            NullLogger<RedisTaskQueue>.Instance
        );
    }

    private static string At(int port, string login) =>
        string.Create(CultureInfo.InvariantCulture, $"redis://{login}127.0.0.1:{port}");

    private async Task<IReadOnlyList<string>> TextsAsync(RedisKey stream) =>
        [.. (await Database.StreamRangeAsync(stream)).Select(entry => (string?)entry["data"] ?? "")];
}
