using Causum.Application.Ports;
using Causum.Domain.Messages;
using Causum.Domain.Queue;

namespace Causum.Infrastructure.InMemory;

/// <summary>The tasks stream and its one consumer group, with the semantics of Redis Streams.</summary>
internal sealed class TaskStream(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<StreamEntry> entries = [];
    private readonly SortedDictionary<EntryId, Delivered> pending = [];
    private readonly Dictionary<string, long> consumers = new(StringComparer.Ordinal);
    private EntryId delivered;
    private EntryId lastAck;
    private TaskCompletionSource added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EntryId LastGenerated { get; private set; }

    public Option<EntryId> LastAck
    {
        get
        {
            lock (gate)
                return lastAck == EntryId.Zero ? None : lastAck;
        }
    }

    /// <summary>Completes at the next entry. Taken before looking, so that none slips between.</summary>
    public Task Added
    {
        get
        {
            lock (gate)
                return added.Task;
        }
    }

    public EntryId Add(Option<string> type, Option<ReadOnlyMemory<byte>> data)
    {
        lock (gate)
        {
            var now = (ulong)time.GetUtcNow().ToUnixTimeMilliseconds();
            LastGenerated =
                now > LastGenerated.Milliseconds
                    ? new(now, 0)
                    : new(LastGenerated.Milliseconds, LastGenerated.Sequence + 1);
            entries.Add(new StreamEntry(LastGenerated, type, data));
            added.SetResult();
            added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return LastGenerated;
        }
    }

    public void Join(string consumer)
    {
        lock (gate)
            consumers.TryAdd(consumer, time.GetTimestamp());
    }

    public void Leave(string consumer)
    {
        lock (gate)
        {
            if (!pending.Values.Any(claim => claim.Consumer == consumer))
                consumers.Remove(consumer);
        }
    }

    public IReadOnlyList<QueueEntry> ReadNew(string consumer, int count)
    {
        lock (gate)
        {
            Touch(consumer);
            var read = After(delivered).Take(count).Select(entry => Deliver(entry, consumer, 1)).ToList();
            if (read.Count > 0)
                delivered = read[^1].Id;
            return read;
        }
    }

    /// <summary>Pending entries of <paramref name="consumer"/> itself that it does not hold, at whatever age.</summary>
    public IReadOnlyList<QueueEntry> ClaimOwn(string consumer, IReadOnlySet<EntryId> held, int count) =>
        ClaimWhere((id, claim) => claim.Consumer == consumer && !held.Contains(id), consumer, count);

    public IReadOnlyList<QueueEntry> ClaimIdle(string consumer, IReadOnlySet<EntryId> held, TimeSpan idle, int count) =>
        ClaimWhere((id, claim) => time.GetElapsedTime(claim.Since) >= idle && !held.Contains(id), consumer, count);

    public void Renew(string consumer, IEnumerable<EntryId> ids)
    {
        lock (gate)
        {
            foreach (var id in ids.Where(id => Owns(consumer, id)))
                pending[id] = pending[id] with { Since = time.GetTimestamp() };
        }
    }

    /// <summary>Lets any other consumer take the entries at once.</summary>
    public void HandBack(string consumer, IEnumerable<EntryId> ids)
    {
        var longAgo = time.GetTimestamp() - (long)(ClaimTiming.GivenUp.TotalSeconds * time.TimestampFrequency);
        lock (gate)
        {
            foreach (var id in ids.Where(id => Owns(consumer, id)))
                pending[id] = pending[id] with { Since = longAgo };
        }
    }

    /// <param name="publish">Called only if the claim still holds; gives the ID of the result, if there is one.</param>
    public Settlement Settle(string consumer, Claim claim, Func<Option<EntryId>> publish)
    {
        lock (gate)
        {
            var now = pending.TryGetValue(claim.Entry, out var found)
                ? Some(new PendingDelivery(found.Consumer, found.Deliveries))
                : None;
            switch (OwnershipRule.Of(claim, consumer, now, undelivered: false, forgotten: false))
            {
                case Ownership.Held:
                    break;
                case Ownership.TakenByNamesake:
                    return new Settlement.FencedByNamesake();
                default:
                    return new Settlement.Fenced();
            }
            var result = publish();
            pending.Remove(claim.Entry);
            var smallest = pending.Count == 0 ? Option<EntryId>.None : pending.Keys.First();
            lastAck = Watermark.Advance(lastAck, smallest, delivered);
            return new Settlement.Done(result);
        }
    }

    public IReadOnlyList<QueueEntry> ReadAfter(EntryId id, int count)
    {
        lock (gate)
            return [.. After(id).Take(count).Select(entry => QueueEntry.Numbered(entry.Id, entry.Type, entry.Data, 1))];
    }

    public Backlog Backlog()
    {
        lock (gate)
        {
            var oldest = pending.Count == 0 ? Option<EntryId>.None : pending.Keys.First();
            return new(
                entries.Count,
                pending.Count,
                After(delivered).Count(),
                oldest,
                oldest.Map(id => time.GetUtcNow() - id.Time),
                [
                    .. consumers.Select(consumer => new ConsumerBacklog(
                        consumer.Key,
                        pending.Values.Count(claim => claim.Consumer == consumer.Key),
                        time.GetElapsedTime(consumer.Value)
                    )),
                ],
                lastAck == EntryId.Zero ? None : lastAck
            );
        }
    }

    private List<QueueEntry> ClaimWhere(Func<EntryId, Delivered, bool> wanted, string consumer, int count)
    {
        lock (gate)
        {
            Touch(consumer);
            return
            [
                .. pending
                    .Where(p => wanted(p.Key, p.Value))
                    .Take(count)
                    .ToList()
                    .Select(p => Deliver(entries[IndexAfter(p.Key) - 1], consumer, p.Value.Deliveries + 1)),
            ];
        }
    }

    private QueueEntry Deliver(StreamEntry entry, string consumer, int deliveries)
    {
        pending[entry.Id] = new Delivered(consumer, time.GetTimestamp(), deliveries);
        return QueueEntry.Numbered(entry.Id, entry.Type, entry.Data, deliveries);
    }

    private bool Owns(string consumer, EntryId id) =>
        pending.TryGetValue(id, out var claim) && claim.Consumer == consumer;

    private void Touch(string consumer) => consumers[consumer] = time.GetTimestamp();

    private IEnumerable<StreamEntry> After(EntryId id) => entries.Skip(IndexAfter(id));

    private int IndexAfter(EntryId id)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Id <= id)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private sealed record StreamEntry(EntryId Id, Option<string> Type, Option<ReadOnlyMemory<byte>> Data);

    private sealed record Delivered(string Consumer, long Since, int Deliveries);
}
