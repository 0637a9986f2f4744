using Causum.Application.Ports;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Entries out of the replies to XREAD and XREADGROUP, in the form of RESP2 (array of pairs) or RESP3 (map).</summary>
internal static class StreamReplies
{
    /// <summary>The entries of the one stream that was asked for; empty at a time-out of the block.</summary>
    public static IReadOnlyList<QueueEntry> Read(RedisResult reply)
    {
        if (reply.IsNull || reply.Length == 0)
            return [];
        var entries = reply.Resp3Type == ResultType.Map ? reply[1] : reply[0][1];
        var read = new List<QueueEntry>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            if (EntryId.Parse((string?)entries[i][0]).Case is EntryId id)
                read.Add(Entry(id, entries[i][1]));
        }
        return read;
    }

    public static QueueEntry Entry(EntryId id, StreamEntry entry, int deliveries)
    {
        Option<string> type = None;
        Option<ReadOnlyMemory<byte>> data = None;
        foreach (var (name, value) in entry.Values.Select(field => (field.Name, field.Value)))
        {
            if (name == "type")
                type = (string?)value;
            else if (name == "data")
                data = (ReadOnlyMemory<byte>)value;
        }
        return new QueueEntry(id, type, data, deliveries);
    }

    private static QueueEntry Entry(EntryId id, RedisResult fields)
    {
        Option<string> type = None;
        Option<ReadOnlyMemory<byte>> data = None;
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            var name = (RedisValue)fields[i];
            if (name == "type")
                type = (string?)fields[i + 1];
            else if (name == "data")
                data = (ReadOnlyMemory<byte>)(RedisValue)fields[i + 1];
        }
        return new QueueEntry(id, type, data, 1);
    }
}
