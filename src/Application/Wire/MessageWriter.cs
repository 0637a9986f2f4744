using System.Buffers;
using System.Text.Json;
using Causum.Application.Wire.Messages;
using Causum.Domain.Messages;

namespace Causum.Application.Wire;

/// <summary>
/// Puts a message into its final bytes (protocol §2, §4, §7): one JSON object, fields always in the same order, fields without a value left out except where
/// the protocol names them. A result over the limit is cut between two rows, or becomes the error <c>result_too_large</c> where it is no list of rows.
/// </summary>
public static class MessageWriter
{
    public const int SchemaVersion = 1;
    public const int ProtocolVersion = 1;

    private const int StartSize = 1024;

    /// <param name="maxResultBytes">Bound of a task's answer; other messages are small by nature.</param>
    public static EncodedMessage Write(AgentMessage message, Envelope envelope, long maxResultBytes)
    {
        var data = Encode(message, envelope);
        return message is AgentMessage.TaskAnswer answer && data.Length > maxResultBytes
            ? Bounded(answer, envelope, maxResultBytes, data.Length)
            : new EncodedMessage(message.MessageType, message.Outlet, data);
    }

    private static EncodedMessage Bounded(
        AgentMessage.TaskAnswer answer,
        Envelope envelope,
        long maxResultBytes,
        long length
    )
    {
        var shorter = ResultCut.Apply(answer, length, maxResultBytes);
        return new EncodedMessage(shorter.MessageType, shorter.Outlet, Encode(shorter, envelope));
    }

    private static ReadOnlyMemory<byte> Encode(AgentMessage message, Envelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>(ResultCut.RowBytes(message) + StartSize);
        using (var json = new Utf8JsonWriter(buffer, WireJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("type", message.MessageType);
            json.WriteNumber("schema_version", SchemaVersion);
            json.WriteString("agent_key", envelope.AgentKey);
            json.WriteString("instance_id", envelope.InstanceId);
            json.WriteTime("timestamp", envelope.Timestamp);
            WriteBody(json, message);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteBody(Utf8JsonWriter json, AgentMessage message) =>
        message.Match(
            instanceRegister: m => LifecycleJson.Write(json, m),
            configRequest: m => LifecycleJson.Write(json, m),
            backlogReport: m => BacklogJson.Write(json, m.Backlog),
            taskAnswer: m => TaskAnswerJson.Write(json, m),
            heartbeat: m => HealthJson.Write(json, m),
            validationReport: m => HealthJson.Write(json, m),
            metricsReport: m => MetricsJson.Write(json, m),
            configApplied: m => LifecycleJson.Write(json, m)
        );
}
