using System.Collections.Immutable;
using Causum.Domain.Queue;

namespace Causum.Properties.Queue.Model;

/// <summary>An entry that the group gave to a consumer and that is not acknowledged.</summary>
/// <param name="Process">Which process got it; Redis knows only its name.</param>
internal sealed record PendingModel(string Consumer, int Deliveries, TimeSpan Since, int Process);

/// <summary>
/// The streams of one agent as Redis keeps them, as a value: a failover is an earlier value. Besides what Redis knows it remembers what this history saw, for
/// the invariants.
/// </summary>
internal sealed record StreamModel
{
    public static readonly StreamModel Empty = new();

    public ImmutableSortedDictionary<EntryId, TaskKind> Tasks { get; init; } =
        ImmutableSortedDictionary<EntryId, TaskKind>.Empty;

    public EntryId LastTask { get; init; }

    public EntryId Delivered { get; init; }

    public ImmutableSortedDictionary<EntryId, PendingModel> Pending { get; init; } =
        ImmutableSortedDictionary<EntryId, PendingModel>.Empty;

    /// <summary>Which entry each result in the results stream answers.</summary>
    public ImmutableSortedDictionary<EntryId, EntryId> Results { get; init; } =
        ImmutableSortedDictionary<EntryId, EntryId>.Empty;

    public EntryId LastResult { get; init; }

    public EntryId Mark { get; init; }

    /// <summary>How often the group was made.</summary>
    public int GroupsMade { get; init; } = 1;

    /// <summary>Every entry that this history added and nobody trimmed unread.</summary>
    public ImmutableSortedDictionary<EntryId, TaskKind> Owed { get; init; } =
        ImmutableSortedDictionary<EntryId, TaskKind>.Empty;

    /// <summary>How many results this history published for each entry, trimmed ones too.</summary>
    public ImmutableDictionary<EntryId, int> Answers { get; init; } = ImmutableDictionary<EntryId, int>.Empty;

    /// <summary>Entries reported as lost by trim.</summary>
    public ImmutableHashSet<EntryId> LostByTrim { get; init; } = [];

    public StreamModel Add(TaskKind kind, TimeSpan now, out EntryId id)
    {
        id = After(LastTask, now);
        return this with { Tasks = Tasks.Add(id, kind), LastTask = id, Owed = Owed.Add(id, kind) };
    }

    public StreamModel ReadNew(string consumer, int process, int count, TimeSpan now, out IReadOnlyList<EntryId> read)
    {
        EntryId[] next = [.. Tasks.Keys.Where(id => id > Delivered).Take(count)];
        read = next;
        return next.Length == 0 ? this : Deliver(next, consumer, process, now) with { Delivered = next[^1] };
    }

    /// <summary>As XCLAIM: what is gone from the stream is acknowledged and reported as lost.</summary>
    public StreamModel Claim(
        IEnumerable<EntryId> wanted,
        string consumer,
        int process,
        TimeSpan now,
        out IReadOnlyList<EntryId> claimed
    )
    {
        var all = wanted.ToList();
        var there = all.Where(Tasks.ContainsKey).ToList();
        var gone = all.Except(there).ToList();
        claimed = there;
        return (Deliver(there, consumer, process, now) with { LostByTrim = LostByTrim.Union(gone) }).Acknowledge(gone);
    }

    public StreamModel Age(string consumer, IEnumerable<EntryId> entries, TimeSpan since) =>
        this with
        {
            Pending = Pending.SetItems(
                entries
                    .Where(id => Pending.TryGetValue(id, out var p) && p.Consumer == consumer)
                    .Select(id => KeyValuePair.Create(id, Pending[id] with { Since = since }))
            ),
        };

    /// <summary>As <c>PublishAndAcknowledge.lua</c>.</summary>
    public StreamModel Settle(
        string consumer,
        Claim claim,
        bool publish,
        TimeSpan now,
        out Ownership ownership,
        out Option<EntryId> result
    )
    {
        var entry = claim.Entry;
        ownership = OwnershipRule.Of(
            claim,
            consumer,
            Pending.TryGetValue(entry, out var p) ? Some(new PendingDelivery(p.Consumer, p.Deliveries)) : None,
            undelivered: Delivered < entry,
            forgotten: Mark < entry && !Tasks.ContainsKey(entry)
        );
        result = None;
        if (ownership is not (Ownership.Held or Ownership.Orphaned))
            return this;
        var after = this;
        if (publish)
        {
            var id = After(LastResult, now);
            result = id;
            after = after with
            {
                Results = Results.Add(id, entry),
                LastResult = id,
                Answers = Answers.SetItem(entry, Answers.GetValueOrDefault(entry) + 1),
            };
        }
        if (ownership == Ownership.Orphaned)
            return after;
        after = after with { Pending = Pending.Remove(entry) };
        var smallest = after.Pending.IsEmpty ? Option<EntryId>.None : after.Pending.Keys.First();
        return after with { Mark = Watermark.Advance(Mark, smallest, Delivered) };
    }

    public StreamModel TrimTasks(int keep)
    {
        var cut = Tasks.Keys.Take(Math.Max(0, Tasks.Count - keep)).ToList();
        return this with { Tasks = Tasks.RemoveRange(cut), Owed = Owed.RemoveRange(cut.Where(id => id > Delivered)) };
    }

    public StreamModel TrimResults(int keep) =>
        this with
        {
            Results = Results.RemoveRange(Results.Keys.Take(Math.Max(0, Results.Count - keep)).ToList()),
        };

    /// <summary>XGROUP DESTROY, and the next instance makes it again from 0. What was pending and is gone from the stream, nobody can ever tell of.</summary>
    public StreamModel RemakeGroup() =>
        this with
        {
            Pending = Pending.Clear(),
            Delivered = EntryId.Zero,
            GroupsMade = GroupsMade + 1,
            Owed = Owed.RemoveRange(Pending.Keys.Where(id => !Tasks.ContainsKey(id)).ToList()),
        };

    public ResultStanding StandingOf(EntryId entry, EntryId result) =>
        new ResultsHead(Results.IsEmpty ? None : Some(Results.Keys.First()), LastResult, EntryId.Zero).StandingOf(
            result,
            Results.ContainsKey(result),
            covered: entry <= Mark
        );

    private StreamModel Acknowledge(List<EntryId> entries) =>
        entries.Count == 0 ? this : this with { Pending = Pending.RemoveRange(entries) };

    private StreamModel Deliver(IEnumerable<EntryId> entries, string consumer, int process, TimeSpan now) =>
        this with
        {
            Pending = Pending.SetItems(
                entries.Select(id =>
                    KeyValuePair.Create(
                        id,
                        new PendingModel(
                            consumer,
                            Pending.TryGetValue(id, out var before) ? before.Deliveries + 1 : 1,
                            now,
                            process
                        )
                    )
                )
            ),
        };

    private static EntryId After(EntryId last, TimeSpan now) =>
        (ulong)now.TotalMilliseconds > last.Milliseconds
            ? new((ulong)now.TotalMilliseconds, 0)
            : last with
            {
                Sequence = last.Sequence + 1,
            };
}
