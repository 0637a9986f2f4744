using System.Text.Json;
using Causum.Domain.Messages;

namespace Causum.Application.Wire.Messages;

/// <summary><c>backlog_report</c>.</summary>
internal static class BacklogJson
{
    public static Unit Write(Utf8JsonWriter json, Backlog backlog)
    {
        json.WriteNumber("stream_length", backlog.StreamLength);
        json.WriteNumber("pending", backlog.Pending);
        json.WriteNumber("lag", backlog.Lag);
        json.WriteIfSome("oldest_pending_id", backlog.OldestPending.Map(id => id.ToString()));
        backlog.OldestPendingAge.IfSome(age => json.WriteSeconds("oldest_pending_age_seconds", age));
        json.WriteStartArray("consumers");
        foreach (var consumer in backlog.Consumers)
        {
            json.WriteStartObject();
            json.WriteString("name", consumer.Name);
            json.WriteNumber("pending", consumer.Pending);
            json.WriteMilliseconds("idle_ms", consumer.Idle);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteIfSome("last_ack", backlog.LastAck.Map(id => id.ToString()));
        return unit;
    }
}
