using Causum.Domain.Messages;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Reads how the tasks stream stands; what the user may not ask for is left out.</summary>
internal sealed class BacklogReader(RedisLink link, RedisQueueOptions options, RedisClock clock)
{
    private readonly RedisKey tasks = options.Keys.Tasks;

    public async Task<Backlog> ReadAsync(CancellationToken cancellationToken)
    {
        var length = await AskAsync(OptionalRight.Length, db => db.StreamLengthAsync(tasks), cancellationToken);
        var pending = await AskAsync(
            OptionalRight.Pending,
            db => db.StreamPendingAsync(tasks, StreamKeys.Group),
            cancellationToken
        );
        var groups = await AskAsync(OptionalRight.Info, db => db.StreamGroupInfoAsync(tasks), cancellationToken);
        var consumers = await AskAsync(
            OptionalRight.Info,
            db => db.StreamConsumerInfoAsync(tasks, StreamKeys.Group),
            cancellationToken
        );
        var lastAck = await link.RunAsync(db => db.StringGetAsync(options.Keys.LastAck), cancellationToken);
        var oldest = pending.Bind(p => EntryId.Parse(p.LowestPendingMessageId));
        var group = groups.Bind(all => toSeq(all.Where(g => g.Name == StreamKeys.Group)).HeadOrNone());
        return new Backlog(
            length.IfNone(0),
            pending.Map(p => (long)p.PendingMessageCount).IfNone(0),
            group.Bind(g => Optional(g.Lag)).IfNone(-1),
            oldest,
            oldest.Map(id => Later(clock.Now - id.Time)),
            [
                .. consumers
                    .IfNone([])
                    .Select(c => new ConsumerBacklog(
                        c.Name,
                        c.PendingMessageCount,
                        TimeSpan.FromMilliseconds(c.IdleTimeInMilliseconds)
                    )),
            ],
            EntryId.Parse(lastAck)
        );
    }

    private Task<Option<T>> AskAsync<T>(
        OptionalRight right,
        Func<IDatabase, Task<T>> ask,
        CancellationToken cancellationToken
    ) => link.RunIfAllowedAsync(right, ask, cancellationToken);

    private static TimeSpan Later(TimeSpan age) => age > TimeSpan.Zero ? age : TimeSpan.Zero;
}
