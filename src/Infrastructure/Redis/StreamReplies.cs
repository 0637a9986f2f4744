using Causum.Application.Ports;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Entries out of the replies to XREAD and XREADGROUP, in the form of RESP2 (array of pairs) or RESP3 (map).</summary>
internal static class StreamReplies
{
    /// <summary>Where the user may not ask how often an entry was delivered before, it counts as the second time.</summary>
    private const int DeliveredAgain = 2;

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

    /// <summary>Out of the reply to XINFO STREAM, an array or a map of names and values.</summary>
    public static ResultsHead Head(RedisResult reply)
    {
        var fields = new Dictionary<string, RedisResult>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < reply.Length; i += 2)
            fields[(string?)reply[i] ?? ""] = reply[i + 1];
        EntryId Id(string name) =>
            fields.TryGetValue(name, out var id) ? EntryId.Parse((string?)id).IfNone(EntryId.Zero) : EntryId.Zero;
        var first =
            fields.TryGetValue("first-entry", out var entry) && !entry.IsNull ? EntryId.Parse((string?)entry[0]) : None;
        return new ResultsHead(first, Id("last-generated-id"), Id("max-deleted-entry-id"));
    }

    public static QueueEntry Entry(EntryId id, StreamEntry entry, Option<int> deliveries)
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
        return new QueueEntry(id, type, data, deliveries.IfNone(DeliveredAgain), new Claim(id, deliveries));
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
        return QueueEntry.Numbered(id, type, data, 1);
    }
}
