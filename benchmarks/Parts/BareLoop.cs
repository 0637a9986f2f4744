using StackExchange.Redis;

namespace Causum.Benchmarks.Parts;

/// <summary>
/// The least that a consumer of the group can do, over the agent's own client library: read a batch, add a result for each entry and acknowledge it, with the
/// next read in the same pipeline.
/// </summary>
internal sealed class BareLoop(IDatabase redis, RedisKey tasks, RedisKey results, int batch)
{
    private const string Group = "workers";

    public Task PrepareAsync() => redis.ExecuteAsync("XGROUP", "CREATE", tasks, Group, "0", "MKSTREAM");

    /// <param name="result">What is published for each entry.</param>
    public async Task RunAsync(int count, ReadOnlyMemory<byte> result)
    {
        NameValueEntry[] fields = [new("type", "task_result"), new("data", result)];
        var read = ReadAsync();
        for (var done = 0; done < count; )
        {
            var entries = await read;
            var writes = new List<Task>(2 * entries.Length);
            foreach (var entry in entries)
            {
                writes.Add(redis.StreamAddAsync(results, fields));
                writes.Add(redis.StreamAcknowledgeAsync(tasks, Group, entry.Id));
            }
            done += entries.Length;
            read = done < count ? ReadAsync() : Task.FromResult<StreamEntry[]>([]);
            await Task.WhenAll(writes);
        }
    }

    private Task<StreamEntry[]> ReadAsync() => redis.StreamReadGroupAsync(tasks, Group, "bare", ">", batch);
}
