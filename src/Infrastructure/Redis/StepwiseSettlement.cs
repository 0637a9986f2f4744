using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Queue;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// What the scripts do, one command after the other, for a user without EVALSHA and for keys on several slots (protocol §6, §9): first the result, then the
/// acknowledgement, then the mark. A crash in between gives a second result with the same <c>message_id</c>, never none.
/// </summary>
internal sealed class StepwiseSettlement(RedisLink link, RedisQueueOptions options)
{
    private const string Unfenced = "ownership of an entry is not checked before its result is written";

    /// <param name="result">None: acknowledge only.</param>
    public async Task<Settlement> SettleAsync(
        EntryId entry,
        Option<EncodedMessage> result,
        CancellationToken cancellationToken
    )
    {
        if (!await OwnsAsync(entry, cancellationToken))
            return Settlement.Fenced;
        if (result.Case is EncodedMessage message)
            await link.RunAsync(db => ResultPublisher.AddAsync(db, options, message), cancellationToken);
        await link.RunAsync(
            db => db.StreamAcknowledgeAsync(options.Keys.Tasks, StreamKeys.Group, entry.ToString()),
            cancellationToken
        );
        await AdvanceAsync(cancellationToken);
        return Settlement.Published;
    }

    public async Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            if (!await OwnsAsync(entry, cancellationToken))
                continue;
            await link.RunIfAllowedAsync(
                "XCLAIM",
                "claims are not renewed",
                db =>
                    db.StreamClaimIdsOnlyAsync(
                        options.Keys.Tasks,
                        StreamKeys.Group,
                        options.Instance,
                        0,
                        [entry.ToString()]
                    ),
                cancellationToken
            );
        }
    }

    private async Task<bool> OwnsAsync(EntryId entry, CancellationToken cancellationToken)
    {
        var found = await link.RunIfAllowedAsync(
            "XPENDING",
            Unfenced,
            db =>
                db.StreamPendingMessagesAsync(
                    options.Keys.Tasks,
                    StreamKeys.Group,
                    1,
                    options.Instance,
                    entry.ToString(),
                    entry.ToString()
                ),
            cancellationToken
        );
        return found.Match(entries => entries.Length == 1, () => true);
    }

    // Without XPENDING nobody can tell what is safe; then the mark stays where it is.
    private async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        var pending = await link.RunIfAllowedAsync(
            "XPENDING",
            Unfenced,
            db => db.StreamPendingAsync(options.Keys.Tasks, StreamKeys.Group),
            cancellationToken
        );
        var lowest = pending.Bind(p => EntryId.Parse(p.LowestPendingMessageId));
        if (lowest.Case is not EntryId smallest)
            return;
        var current = EntryId.Parse(
            await link.RunAsync(db => db.StringGetAsync(options.Keys.LastAck), cancellationToken)
        );
        var mark = Watermark.Advance(current.IfNone(EntryId.Zero), smallest, EntryId.Zero);
        if (mark > current.IfNone(EntryId.Zero))
            await link.RunAsync(db => db.StringSetAsync(options.Keys.LastAck, mark.ToString()), cancellationToken);
    }
}
