using Causum.Domain.Input;
using Causum.Domain.Messages;

namespace Causum.Domain.Tasks.Reading;

/// <summary>A <c>task</c> message: the envelope's fields and the params of its type.</summary>
internal static class TaskReader
{
    private const int MaxTraceParentLength = 512;

    public static IncomingMessage Read(JsonFields message, MessageHead head, IncomingLimits limits)
    {
        var id = message.Text("task_id").Bind(TaskId.Create);
        var type = message.Text("task_type");
        var unknown = type.Exists(name => !TaskTypes.All.Contains(name, StringComparer.Ordinal));
        if (id.IsSuccess && unknown)
            return new IncomingMessage.Unreadable(
                head.TaskId,
                head.TaskType,
                TaskFailure.UnknownTaskType(string.Join(", ", TaskTypes.All))
            );
        return (
            id,
            Payload(type, unknown, message, limits),
            message.OptionalTime("created_at"),
            message.OptionalTime("expires_at"),
            Timeout(message, limits),
            TraceParent(message)
        )
            .Apply(
                (task, payload, created, expires, timeout, trace) =>
                    new TaskEnvelope(task, payload, created, expires, timeout, trace)
            )
            .Match<IncomingMessage>(
                Succ: task => new IncomingMessage.Work(task),
                Fail: errors => new IncomingMessage.Unreadable(head.TaskId, head.TaskType, Failures.Of(errors))
            );
    }

    private static Validation<InputError, TaskPayload> Payload(
        Validation<InputError, string> type,
        bool unknown,
        JsonFields message,
        IncomingLimits limits
    ) =>
        unknown
            ? new InputError.UnknownValue(message.Path.Field("task_type"), TaskTypes.All)
            : (type, message.Object("params"))
                .Apply((name, parameters) => (name, parameters))
                .Bind(both => PayloadReader.Read(both.name, both.parameters, limits));

    private static Validation<InputError, Option<TimeSpan>> Timeout(JsonFields message, IncomingLimits limits) =>
        message
            .Count("timeout_seconds", (int)limits.DefaultTimeout.TotalSeconds, (int)limits.MaxTimeout.TotalSeconds)
            .Map(seconds => Some(TimeSpan.FromSeconds(seconds)));

    private static Validation<InputError, Option<string>> TraceParent(JsonFields message) =>
        message
            .OptionalText("traceparent")
            .Bind(given =>
                given.Exists(text => text.Length > MaxTraceParentLength)
                    ? new InputError.InvalidValue(
                        message.Path.Field("traceparent"),
                        $"must have at most {MaxTraceParentLength} characters"
                    )
                    : Success<InputError, Option<string>>(given)
            );
}
