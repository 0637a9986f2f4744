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

    public async Task RenewAsync(IReadOnlyCollection<EntryId> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return;
        var reply = await ScriptAsync(
            RedisScript.RenewClaims,
            [options.Keys.Tasks],
            () => [StreamKeys.Group, options.Instance, .. entries.Select(id => (RedisValue)id.ToString())],
            cancellationToken
        );
        if (reply.IsNone)
            await stepwise.RenewAsync(entries, cancellationToken);
    }

    /// <summary>Without the right to scripts the consumer stays: to look first and remove it then could lose an entry.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) =>
        ScriptAsync(
            RedisScript.LeaveGroup,
            [options.Keys.Tasks],
            () => [StreamKeys.Group, options.Instance],
            cancellationToken
        );

    public Task PublishAsync(EncodedMessage message, CancellationToken cancellationToken) =>
        link.RunAsync(db => AddAsync(db, options, message), cancellationToken);

    internal static Task<RedisValue> AddAsync(IDatabase database, RedisQueueOptions options, EncodedMessage message)
    {
        NameValueEntry[] fields = [new("type", message.Type), new("data", message.Data)];
        return message.Outlet == Outlet.Telemetry
            ? database.StreamAddAsync(options.Keys.Telemetry, fields, null, (long)TelemetryMaxLength, true)
            : database.StreamAddAsync(options.Keys.Results, fields, null, options.ResultsMaxLength.ToNullable(), true);
    }

    // None: no right to scripts, or keys on several slots.
    private async Task<Option<string>> ScriptAsync(
        RedisScript script,
        RedisKey[] keys,
        Func<RedisValue[]> values,
        CancellationToken cancellationToken
    ) =>
        await link.RunIfAllowedAsync(
            "EVALSHA",
            SettlementBatches.NoScripts,
            async db => ((string?)await script.EvaluateAsync(db, keys, values())) ?? "",
            cancellationToken
        );
}
