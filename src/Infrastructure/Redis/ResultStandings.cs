using Causum.Domain.Queue;
using StackExchange.Redis;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Infrastructure.Redis;

/// <summary>Looks whether published results are still in the results stream. Without the rights to look, a result counts as present.</summary>
internal sealed class ResultStandings(RedisLink link, RedisQueueOptions options)
{
    private readonly RedisKey results = options.Keys.Results;

    public async Task<ResultStanding> OfAsync(EntryId entry, EntryId result, CancellationToken cancellationToken)
    {
        var id = result.ToString();
        var found = await link.RunIfAllowedAsync(
            OptionalRight.Range,
            db => db.StreamRangeAsync(results, id, id),
            cancellationToken
        );
        if (found.Map(entries => entries.Length > 0).IfNone(true))
            return ResultStanding.Present;
        var head = await link.RunIfAllowedAsync(OptionalRight.Info, HeadAsync, cancellationToken);
        var mark = EntryId.Parse(await link.RunAsync(db => db.StringGetAsync(options.Keys.LastAck), cancellationToken));
        var covered = mark.Exists(reached => entry <= reached);
        return head.Match(h => h.StandingOf(result, present: false, covered), () => ResultStanding.Present);
    }

    private async Task<ResultsHead> HeadAsync(IDatabase database)
    {
        try
        {
            return StreamReplies.Head(await database.ExecuteAsync("XINFO", "STREAM", results));
        }
        catch (RedisServerException e) when (e.Message.Contains("no such key", StringComparison.Ordinal))
        {
            return ResultsHead.Nothing;
        }
    }
}
