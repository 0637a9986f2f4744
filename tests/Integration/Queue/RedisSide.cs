using System.Globalization;
using Causum.Application.Ports;
using Causum.Application.Worker;
using Causum.Domain.Queue;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using Causum.Infrastructure.Redis;
using Causum.Infrastructure.Redis.Connecting;
using Causum.Integration.Support;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Integration.Queue;

/// <summary>The streams of an agent key that no other test uses.</summary>
internal sealed class RedisSide(RedisServer server) : IQueueSide
{
    private static int made;
    private readonly string agentKey = string.Create(
        CultureInfo.InvariantCulture,
        $"{{test-{Interlocked.Increment(ref made)}}}"
    );

    public Metrics Metrics { get; } = new();

    public StreamKeys Keys => StreamKeys.Of(agentKey);

    public IDatabase Database => server.Database;

    public ITaskQueue Connect(string instance, TimeSpan claimIdle) => Connect(instance, claimIdle, server.Port);

    /// <param name="port">Where the queue connects to; a proxy in front of the server, for one.</param>
    public ITaskQueue Connect(
        string instance,
        TimeSpan claimIdle,
        int port,
        string? user = null,
        string? password = null
    )
    {
        var settings = Settings(instance, claimIdle, port, user, password);
        return new RedisTaskQueue(
            new RedisDialer(settings),
            new RedisQueueOptions(Keys, instance, new ClaimTiming(settings.ClaimIdle), settings.ResultsMaxLength),
            Metrics,
            TimeProvider.System,
            NullLogger<RedisTaskQueue>.Instance
        );
    }

    public AgentSettings Settings(
        string instance,
        TimeSpan claimIdle,
        int port,
        string? user = null,
        string? password = null
    ) =>
        new()
        {
            Connection = ConnectionToken.Local with
            {
                AgentKey = agentKey,
                Redis = ConnectionToken.Local.Redis with
                {
                    Hosts = [new RedisHost("127.0.0.1", port)],
                    User = Optional(user),
                    Password = Optional(password).Map(text => new Secret(text)),
                },
            },
            InstanceId = instance,
            StateDirectory = "unused",
            Log = new LogSettings(Verbosity.Error, LogFormat.Text, None),
            Concurrency = 4,
            ClaimIdle = claimIdle,
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

    private async Task<IReadOnlyList<string>> TextsAsync(RedisKey stream) =>
        [.. (await Database.StreamRangeAsync(stream)).Select(entry => (string?)entry["data"] ?? "")];
}
