using System.Text.Json;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire.Messages;

/// <summary><c>task_result</c>: the frame around a result or an error.</summary>
internal static class TaskAnswerJson
{
    public static Unit Write(Utf8JsonWriter json, AgentMessage.TaskAnswer message)
    {
        json.WriteOrNull("task_id", message.TaskId);
        json.WriteOrNull("task_type", message.TaskType);
        json.WriteString("message_id", message.MessageId.ToString());
        _ = message.Outcome.Match(Right: result => Success(json, result), Left: failure => Error(json, failure));
        json.WriteTime("started_at", message.StartedAt);
        json.WriteTime("completed_at", message.CompletedAt);
        json.WriteMilliseconds("duration_ms", message.Duration);
        json.WriteNumber("delivery_count", message.DeliveryCount);
        json.WriteIfSome("traceparent", message.TraceParent);
        return unit;
    }

    private static Unit Success(Utf8JsonWriter json, TaskResult result)
    {
        json.WriteString("status", "success");
        json.WriteStartObject("result");
        ResultJson.Write(json, result);
        json.WriteEndObject();
        return unit;
    }

    private static Unit Error(Utf8JsonWriter json, TaskFailure failure)
    {
        json.WriteString("status", "error");
        FailureJson.Write(json, "error", failure);
        return unit;
    }
}
