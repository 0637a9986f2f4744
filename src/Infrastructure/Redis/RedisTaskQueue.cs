using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Application.Worker;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Infrastructure.Redis.Connecting;
using Microsoft.Extensions.Logging;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Infrastructure.Redis;

/// <summary>The three streams of one agent in Redis. Commands share one connection; each of the two blocking reads has its own.</summary>
internal sealed class RedisTaskQueue : ITaskQueue
{
    private readonly ConnectionHealth health;
    private readonly RedisClock clock;
    private readonly GroupMembership group;
    private readonly RedisLink commands;
    private readonly RedisLink reads;
    private readonly RedisLink tails;
    private readonly BlockedRead blocked;
    private readonly GroupReader reader;
    private readonly StreamTail tail;
    private readonly ResultPublisher publisher;
    private readonly ResultStandings standing;
    private readonly BacklogReader backlog;
    private readonly HeartbeatReader heartbeats;
    private readonly RightsProbe rights;
    private readonly Signal reconnected = new();

    public RedisTaskQueue(
        RedisDialer dialer,
        RedisQueueOptions options,
        Metrics metrics,
        TimeProvider time,
        ILogger<RedisTaskQueue> logger
    )
    {
        health = new ConnectionHealth(time);
        clock = new RedisClock(time);
        group = new GroupMembership(options, health, logger);
        rights = new RightsProbe(options, health, logger);
        commands = new RedisLink("commands", dialer, PrepareCommandsAsync, health, time, logger);
        reads = new RedisLink("tasks", dialer, PrepareReadsAsync, health, time, logger);
        tails = new RedisLink("control messages", dialer, _ => Task.CompletedTask, health, time, logger);
        tail = new StreamTail(tails, group, options);
        publisher = new ResultPublisher(commands, options);
        blocked = new BlockedRead(commands, options);
        reader = new GroupReader(
            reads,
            new PendingEntries(commands, options, metrics, logger),
            blocked,
            publisher.HandBackAsync,
            options,
            time,
            logger
        );
        standing = new ResultStandings(commands, options);
        heartbeats = new HeartbeatReader(commands, options);
        backlog = new BacklogReader(commands, options, clock);
    }

    public ComponentState State => health.State;

    public DateTimeOffset Now => clock.Now;

    public Option<EntryId> Answered => group.Answered;

    public Task OpenAsync(CancellationToken cancellationToken) =>
        commands.RunAsync(
            async db =>
            {
                await tail.BeginAsync(db);
                return unit;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<QueueEntry>> TakeAsync(int count, CancellationToken cancellationToken) =>
        reader.TakeAsync(count, cancellationToken);

    public IAsyncEnumerable<QueueEntry> TailAsync(CancellationToken cancellationToken) =>
        tail.ReadAsync(cancellationToken);

    public async Task<Settlement> SettleAsync(Claim claim, EncodedMessage result, CancellationToken cancellationToken)
    {
        var settlement = await publisher.SettleAsync(claim, result, cancellationToken);
        reader.Release(claim.Entry);
        return settlement;
    }

    public async Task AcknowledgeAsync(Claim claim, CancellationToken cancellationToken)
    {
        await publisher.AcknowledgeAsync(claim, cancellationToken);
        reader.Release(claim.Entry);
    }

    public Task<ResultStanding> StandingAsync(EntryId entry, EntryId result, CancellationToken cancellationToken) =>
        standing.OfAsync(entry, result, cancellationToken);

    public Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken) =>
        publisher.RenewAsync(entries, cancellationToken);

    public void ShareName(bool shared) => reader.NameShared = shared;

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> HeartbeatsAsync(CancellationToken cancellationToken) =>
        heartbeats.ReadAsync(cancellationToken);

    public Task LostAsync(CancellationToken cancellationToken) => group.LostAsync(cancellationToken);

    public Task ReconnectedAsync(CancellationToken cancellationToken) => reconnected.WaitAsync(cancellationToken);

    public async Task PublishAsync(EncodedMessage message, CancellationToken cancellationToken)
    {
        var id = await publisher.PublishAsync(message, cancellationToken);
        if (message.Outlet == Outlet.Telemetry)
            id.IfSome(heartbeats.Published);
    }

    public Task<Backlog> BacklogAsync(CancellationToken cancellationToken) => backlog.ReadAsync(cancellationToken);

    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        // A blocked read would bring the consumer back with the next entry.
        await reader.SettledAsync(cancellationToken);
        await reads.DisposeAsync();
        await publisher.HandBackAsync(reader.Held, cancellationToken);
        await publisher.LeaveAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await reads.DisposeAsync();
        await tails.DisposeAsync();
        await commands.DisposeAsync();
    }

    private async Task PrepareCommandsAsync(IDatabase database)
    {
        await clock.ReadAsync(database);
        await group.EnsureAsync(database);
        if (commands.Generation == 0)
            await rights.RunAsync(database);
        else
            reconnected.Raise();
    }

    private async Task PrepareReadsAsync(IDatabase database)
    {
        await group.EnsureAsync(database);
        await blocked.KnowAsync(database);
        if (reads.Generation > 0)
            reconnected.Raise();
    }
}
