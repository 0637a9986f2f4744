using Causum.Application.Wire;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// What the scripts do, one command after the other, for a user without EVALSHA and for keys on several slots (protocol §6, §9): first the result, then the
/// acknowledgement, then the mark. A crash in between gives a second result with the same <c>message_id</c>, never none.
/// </summary>
internal sealed class StepwiseSettlement(RedisLink link, RedisQueueOptions options)
{
    /// <param name="result">None: acknowledge only.</param>
    public async Task<Settlement> SettleAsync(
        Claim claim,
        Option<EncodedMessage> result,
        CancellationToken cancellationToken
    )
    {
        switch (await OwnershipAsync(claim, cancellationToken))
        {
            case Ownership.TakenByNamesake:
                return new Settlement.FencedByNamesake();
            case Ownership.Taken or Ownership.Answered:
                return new Settlement.Fenced();
        }
        var published = Option<EntryId>.None;
        if (result.Case is EncodedMessage message)
            published = EntryId.Parse(
                await link.RunAsync(db => ResultPublisher.AddAsync(db, options, message), cancellationToken)
            );
        await link.RunAsync(
            db => db.StreamAcknowledgeAsync(options.Keys.Tasks, StreamKeys.Group, claim.Entry.ToString()),
            cancellationToken
        );
        return new Settlement.Done(published);
    }

    /// <summary>Moves the mark on after acknowledgements. Without XPENDING nobody can tell what is safe; then it stays where it is.</summary>
    /// <param name="acknowledged">An entry that was.</param>
    public async Task AdvanceAsync(EntryId acknowledged, CancellationToken cancellationToken)
    {
        // Read before the pending list: what was delivered until here and is not pending there has been answered.
        var delivered = await LastDeliveredAsync(cancellationToken);
        var pending = await link.RunIfAllowedAsync(
            OptionalRight.Pending,
            db => db.StreamPendingAsync(options.Keys.Tasks, StreamKeys.Group),
            cancellationToken
        );
        if (pending.Case is not StreamPendingInfo list)
            return;
        var smallest = EntryId.Parse(list.LowestPendingMessageId);
        var stored = false;
        while (!stored)
        {
            var current = await MarkAsync(cancellationToken);
            var mark = Watermark.Advance(current.IfNone(EntryId.Zero), smallest, delivered.IfNone(acknowledged));
            stored = current == mark || await StoreAsync(current, mark, cancellationToken);
        }
    }

    public async Task AgeAsync(
        IReadOnlyCollection<EntryId> entries,
        long idleMilliseconds,
        CancellationToken cancellationToken
    )
    {
        foreach (var entry in entries)
        {
            if (await OwnershipAsync(new Claim(entry, None), cancellationToken) != Ownership.Held)
                continue;
            await link.RunIfAllowedAsync(
                OptionalRight.Claim,
                db =>
                    db.ExecuteAsync(
                        "XCLAIM",
                        options.Keys.Tasks,
                        StreamKeys.Group,
                        options.Instance,
                        0,
                        entry.ToString(),
                        "IDLE",
                        idleMilliseconds,
                        "JUSTID"
                    ),
                cancellationToken
            );
        }
    }

    private async Task<Ownership> OwnershipAsync(Claim claim, CancellationToken cancellationToken)
    {
        var id = claim.Entry.ToString();
        var found = await link.RunIfAllowedAsync(
            OptionalRight.Pending,
            db => db.StreamPendingMessagesAsync(options.Keys.Tasks, StreamKeys.Group, 1, RedisValue.Null, id, id),
            cancellationToken
        );
        if (found.Case is not StreamPendingMessageInfo[] pending)
            return Ownership.Held;
        var now = toSeq(pending).HeadOrNone().Map(p => new PendingDelivery(p.ConsumerName.ToString(), p.DeliveryCount));
        return OwnershipRule.Of(
            claim,
            options.Instance,
            now,
            undelivered: now.IsNone && await IsUndeliveredAsync(claim.Entry, cancellationToken),
            forgotten: now.IsNone && await IsForgottenAsync(claim.Entry, cancellationToken)
        );
    }

    private async Task<bool> IsUndeliveredAsync(EntryId entry, CancellationToken cancellationToken) =>
        (await LastDeliveredAsync(cancellationToken)).Exists(last => last < entry);

    private async Task<Option<EntryId>> LastDeliveredAsync(CancellationToken cancellationToken)
    {
        var groups = await link.RunIfAllowedAsync(
            OptionalRight.Info,
            db => db.StreamGroupInfoAsync(options.Keys.Tasks),
            cancellationToken
        );
        return toSeq(groups.IfNone([]))
            .Filter(group => group.Name == StreamKeys.Group)
            .HeadOrNone()
            .Bind(group => EntryId.Parse(group.LastDeliveredId));
    }

    private async Task<bool> IsForgottenAsync(EntryId entry, CancellationToken cancellationToken)
    {
        var id = entry.ToString();
        var found = await link.RunIfAllowedAsync(
            OptionalRight.Range,
            db => db.StreamRangeAsync(options.Keys.Tasks, id, id),
            cancellationToken
        );
        return found.Exists(entries => entries.Length == 0)
            && (await MarkAsync(cancellationToken)).ForAll(mark => mark < entry);
    }

    // False where another instance moved the mark meanwhile. Without the right to transactions the last one to write wins, which is safe as well.
    private async Task<bool> StoreAsync(Option<EntryId> current, EntryId mark, CancellationToken cancellationToken)
    {
        var key = options.Keys.LastAck;
        var stored = await link.RunIfAllowedAsync(
            OptionalRight.Transactions,
            db =>
            {
                var transaction = db.CreateTransaction();
                transaction.AddCondition(
                    current.Match(id => Condition.StringEqual(key, id.ToString()), () => Condition.KeyNotExists(key))
                );
                _ = transaction.StringSetAsync(key, mark.ToString());
                return transaction.ExecuteAsync();
            },
            cancellationToken
        );
        if (stored.Case is bool won)
            return won;
        await link.RunAsync(db => db.StringSetAsync(key, mark.ToString()), cancellationToken);
        return true;
    }

    private async Task<Option<EntryId>> MarkAsync(CancellationToken cancellationToken) =>
        EntryId.Parse(await link.RunAsync(db => db.StringGetAsync(options.Keys.LastAck), cancellationToken));
}
