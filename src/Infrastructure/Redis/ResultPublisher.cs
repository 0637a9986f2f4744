using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using StackExchange.Redis;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Infrastructure.Redis;

/// <summary>Writes to the control plane: answers with their acknowledgement, and messages of the agent's own.</summary>
internal sealed class ResultPublisher(RedisLink link, RedisQueueOptions options)
{
    private const int TelemetryMaxLength = 10_000;
    private readonly StepwiseSettlement stepwise = new(link, options);
    private readonly SettlementBatches settlements = new(link, options);

    public Task<Settlement> SettleAsync(Claim claim, EncodedMessage result, CancellationToken cancellationToken) =>
        settlements.AddAsync(claim, result, cancellationToken);

    public Task AcknowledgeAsync(Claim claim, CancellationToken cancellationToken) =>
        settlements.AddAsync(claim, None, cancellationToken);

    public Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken) =>
        AgeAsync(entries, TimeSpan.Zero, cancellationToken);

    /// <summary>Lets any other instance take the entries at once, without waiting for this one to count as dead.</summary>
    public Task HandBackAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken) =>
        AgeAsync(entries, ClaimTiming.GivenUp, cancellationToken);

    /// <summary>Without the right to scripts the consumer stays: to look first and remove it then could lose an entry.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) =>
        ScriptAsync(
            RedisScript.LeaveGroup,
            [options.Keys.Tasks],
            () => [StreamKeys.Group, options.Instance],
            cancellationToken
        );

    /// <summary>Gives the place of the message in its stream.</summary>
    public async Task<Option<EntryId>> PublishAsync(EncodedMessage message, CancellationToken cancellationToken) =>
        EntryId.Parse(await link.RunAsync(db => AddAsync(db, options, message), cancellationToken));

    internal static Task<RedisValue> AddAsync(IDatabase database, RedisQueueOptions options, EncodedMessage message)
    {
        NameValueEntry[] fields = [new("type", message.Type), new("data", message.Data)];
        return message.Outlet == Outlet.Telemetry
            ? database.StreamAddAsync(options.Keys.Telemetry, fields, null, (long)TelemetryMaxLength, true)
            : database.StreamAddAsync(options.Keys.Results, fields, null, options.ResultsMaxLength.ToNullable(), true);
    }

    private async Task AgeAsync(
        IReadOnlyCollection<EntryId> entries,
        TimeSpan idle,
        CancellationToken cancellationToken
    )
    {
        if (entries.Count == 0)
            return;
        var milliseconds = (long)idle.TotalMilliseconds;
        var reply = await ScriptAsync(
            RedisScript.AgeClaims,
            [options.Keys.Tasks],
            () =>
                [StreamKeys.Group, options.Instance, milliseconds, .. entries.Select(id => (RedisValue)id.ToString())],
            cancellationToken
        );
        if (reply.IsNone)
            await stepwise.AgeAsync(entries, milliseconds, cancellationToken);
    }

    // None: no right to scripts, or keys on several slots.
    private async Task<Option<string>> ScriptAsync(
        RedisScript script,
        RedisKey[] keys,
        Func<RedisValue[]> values,
        CancellationToken cancellationToken
    ) =>
        await link.RunIfAllowedAsync(
            OptionalRight.Scripts,
            async db => ((string?)await script.EvaluateAsync(db, keys, values())) ?? "",
            cancellationToken
        );
}
