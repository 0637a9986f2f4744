using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks;

/// <summary>Messages as a control plane writes them, and how the reader takes them.</summary>
internal static class Messages
{
    public static readonly IncomingLimits Limits = IncomingLimits.Default;

    public static JsonObject Task(string type, string parameters = "{}") =>
        new()
        {
            ["type"] = "task",
            ["task_id"] = "t-1",
            ["task_type"] = type,
            ["params"] = JsonNode.Parse(parameters),
        };

    public static JsonObject With(this JsonObject message, string field, string json)
    {
        message[field] = JsonNode.Parse(json);
        return message;
    }

    public static JsonObject Without(this JsonObject message, string field)
    {
        message.Remove(field);
        return message;
    }

    public static IncomingMessage Read(this JsonObject message) => Read(message.ToJsonString());

    public static IncomingMessage Read(string json, string? type = null) => Read(Encoding.UTF8.GetBytes(json), type);

    public static IncomingMessage Read(byte[] data, string? type = null) =>
        IncomingReader.Read(Optional(type), new ReadOnlyMemory<byte>(data), Limits);

    public static TaskEnvelope ReadTask(this JsonObject message) =>
        Assert.IsType<IncomingMessage.Work>(message.Read()).Task;

    public static TPayload ReadPayload<TPayload>(string type, string parameters)
        where TPayload : TaskPayload => Assert.IsType<TPayload>(Task(type, parameters).ReadTask().Payload);

    public static IncomingMessage.Unreadable ReadBad(this JsonObject message) =>
        Assert.IsType<IncomingMessage.Unreadable>(message.Read());

    public static string Quoted(string text) => JsonSerializer.Serialize(text);
}
