using Causum.Domain.Queue;
using Causum.Integration.Support;
using StackExchange.Redis;

namespace Causum.Soak;

/// <summary>The streams of one agent key in a Redis that may be away at any moment; every question is asked until it is answered.</summary>
internal sealed class SoakStreams(RedisServer redis)
{
    private const int Page = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // The counter makes it safe to ask again when the reply was lost.
    private const string AddOnce = """
        if tonumber(redis.call('GET', KEYS[2]) or '0') ~= tonumber(ARGV[1]) then return 0 end
        for i = 2, #ARGV do redis.call('XADD', KEYS[1], '*', 'type', 'task', 'data', ARGV[i]) end
        redis.call('INCRBY', KEYS[2], #ARGV - 1)
        return #ARGV - 1
        """;

    private const string Look = """
        local pending = redis.call('XPENDING', KEYS[1], 'workers')
        local last = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)
        return { redis.call('GET', KEYS[3]) or '', pending[2] or '', last[1] and last[1][1] or '', pending[1] }
        """;

    public string AgentKey { get; } = $"soak-{Guid.NewGuid():N}";

    public Task AddAsync(string type, string data) =>
        AskAsync(db => db.StreamAddAsync(Key("tasks"), [new("type", type), new("data", data)]));

    /// <summary>Adds these tasks exactly once.</summary>
    /// <param name="before">How many were added so far.</param>
    public Task AddTasksAsync(int before, IEnumerable<string> tasks) =>
        AskAsync(db =>
            db.ScriptEvaluateAsync(
                AddOnce,
                [Key("tasks"), Key("soak-added")],
                [before, .. tasks.Select(task => (RedisValue)task)]
            )
        );

    /// <summary>Mark, lowest pending entry and last result at one moment.</summary>
    public Task<Glimpse> LookAsync() =>
        AskAsync(async db =>
        {
            var seen = (RedisResult[])
                (await db.ScriptEvaluateAsync(Look, [Key("tasks"), Key("results"), Key("last_ack")]))!;
            return new Glimpse(Id(seen[0]), Id(seen[1]), Id(seen[2]), (int)seen[3]);
        });

    public Task<StreamGroupInfo> GroupAsync() =>
        AskAsync(async db => (await db.StreamGroupInfoAsync(Key("tasks"))).Single());

    public Task<RedisValue> LastTaskAsync() =>
        AskAsync(async db => (await db.StreamInfoAsync(Key("tasks"))).LastGeneratedId);

    /// <summary>All messages of one type in a stream, with the IDs of their entries.</summary>
    public async Task<IReadOnlyList<(EntryId Id, string Data)>> MessagesAsync(string stream, string type)
    {
        var found = new List<(EntryId, string)>();
        RedisValue from = "-";
        while (true)
        {
            var start = from;
            var page = await AskAsync(db => db.StreamRangeAsync(Key(stream), start, count: Page));
            found.AddRange(page.Where(e => e["type"] == type).Select(e => (Id(e.Id), (string)e["data"]!)));
            if (page.Length < Page)
                return found;
            from = $"({page[^1].Id}";
        }
    }

    private RedisKey Key(string name) => $"agent:{AgentKey}:{name}";

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question)
    {
        while (true)
        {
            try
            {
                return await question(redis.Database);
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static EntryId Id(RedisResult text) => EntryId.Parse((string?)text).IfNone(EntryId.Zero);

    private static EntryId Id(RedisValue text) => EntryId.Parse((string?)text).IfNone(EntryId.Zero);
}

/// <param name="Mark">The value of <c>last_ack</c>; zero where there is none.</param>
/// <param name="LowestPending">Zero where nothing is pending.</param>
/// <param name="LastResult">The last entry of the results stream.</param>
internal sealed record Glimpse(EntryId Mark, EntryId LowestPending, EntryId LastResult, int Pending);
