using Causum.Application.Ports;
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
    private const string NoScripts = "results, acknowledgements and claims are written step by step";
    private readonly StepwiseSettlement stepwise = new(link, options);

    public async Task<Settlement> SettleAsync(EntryId entry, EncodedMessage result, CancellationToken cancellationToken)
    {
        var tries = 0;
        var reply = await ScriptAsync(
            RedisScript.PublishAndAcknowledge,
            [options.Keys.Tasks, options.Keys.Results, options.Keys.LastAck],
            () =>
            {
                tries++;
                RedisValue longest = options.ResultsMaxLength.Match<RedisValue>(n => n, () => "");
                return [.. Claim(entry), longest, result.Type, result.Data];
            },
            cancellationToken
        );
        if (reply.IsNone)
            return await stepwise.SettleAsync(entry, result, cancellationToken);
        // After a lost reply the entry may be gone because the first try went through; that is no fencing.
        return reply == "published" || (tries > 1 && reply == "answered") ? Settlement.Published : Settlement.Fenced;
    }

    public async Task AcknowledgeAsync(EntryId entry, CancellationToken cancellationToken)
    {
        var reply = await ScriptAsync(
            RedisScript.PublishAndAcknowledge,
            [options.Keys.Tasks, options.Keys.Results, options.Keys.LastAck],
            () => [.. Claim(entry), "", "", ""],
            cancellationToken
        );
        if (reply.IsNone)
            await stepwise.AcknowledgeAsync(entry, cancellationToken);
    }

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

    private RedisValue[] Claim(EntryId entry) => [StreamKeys.Group, options.Instance, entry.ToString()];

    // None: no right to scripts, or keys on several slots.
    private async Task<Option<string>> ScriptAsync(
        RedisScript script,
        RedisKey[] keys,
        Func<RedisValue[]> values,
        CancellationToken cancellationToken
    ) =>
        await link.RunIfAllowedAsync(
            "EVALSHA",
            NoScripts,
            async db => ((string?)await script.EvaluateAsync(db, keys, values())) ?? "",
            cancellationToken
        );
}
