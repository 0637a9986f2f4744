using System.Collections.Immutable;

namespace Causum.Domain.Queue;

/// <summary>An answer of this instance.</summary>
/// <param name="Result">Where it stands in the results stream; None where the reply that told it was lost.</param>
/// <param name="Data">Its bytes, as long as there is room for them.</param>
public sealed record PastAnswer(Option<EntryId> Result, Option<ReadOnlyMemory<byte>> Data);

/// <summary>
/// The entries that this instance answered last, <see cref="Capacity"/> of them (protocol §6), and the answers themselves up to a bound, so that what a
/// failover loses can be published again.
/// </summary>
public sealed class RecentAnswers
{
    public const int Capacity = 1000;

    private readonly long mostBytes;
    private readonly ImmutableDictionary<EntryId, PastAnswer> answers;
    private readonly ImmutableQueue<EntryId> order;

    /// <param name="mostBytes">Bound on all data together.</param>
    public RecentAnswers(long mostBytes)
        : this(mostBytes, 0, ImmutableDictionary<EntryId, PastAnswer>.Empty, []) { }

    private RecentAnswers(
        long mostBytes,
        long bytes,
        ImmutableDictionary<EntryId, PastAnswer> answers,
        ImmutableQueue<EntryId> order
    )
    {
        this.mostBytes = mostBytes;
        Bytes = bytes;
        this.answers = answers;
        this.order = order;
    }

    public int Count => answers.Count;

    /// <summary>Bytes of all data that is kept.</summary>
    public long Bytes { get; }

    /// <summary>Entries with the places of their results, by the results from the newest on; without those whose place is unknown.</summary>
    public IEnumerable<(EntryId Entry, EntryId Result)> NewestFirst =>
        answers
            .SelectMany(answer => answer.Value.Result.Map(result => (answer.Key, result)).ToSeq())
            .OrderByDescending(answer => answer.result);

    public Option<PastAnswer> Find(EntryId entry) => answers.TryGetValue(entry, out var answer) ? answer : None;

    /// <summary>An entry that is answered again counts with its newer answer, at its old place.</summary>
    public RecentAnswers Add(EntryId entry, Option<EntryId> result, ReadOnlyMemory<byte> data)
    {
        var (kept, queue) =
            answers.ContainsKey(entry) ? (Without(entry), order)
            : Count < Capacity ? (this, order.Enqueue(entry))
            : (Without(order.Peek()), order.Dequeue().Enqueue(entry));
        var answer = new PastAnswer(result, data.Length <= mostBytes ? Some(data) : None);
        return new RecentAnswers(
            mostBytes,
            kept.Bytes + Size(answer),
            kept.answers.SetItem(entry, answer),
            queue
        ).WithinBound(entry);
    }

    private RecentAnswers Without(EntryId entry) =>
        new(mostBytes, Bytes - Size(answers[entry]), answers.Remove(entry), order);

    private RecentAnswers WithinBound(EntryId newest)
    {
        // Walking the queue would turn it round, at each answer anew.
        if (Bytes <= mostBytes)
            return this;
        var (left, all) = (Bytes, answers);
        foreach (var entry in order)
        {
            if (left <= mostBytes)
                break;
            if (entry == newest)
                continue;
            left -= Size(all[entry]);
            all = all.SetItem(entry, all[entry] with { Data = None });
        }
        return ReferenceEquals(all, answers) ? this : new(mostBytes, left, all, order);
    }

    private static long Size(PastAnswer answer) => answer.Data.Match(data => data.Length, () => 0);
}
