using System.Text.Json;
using Causum.Domain.Input;
using Causum.Domain.Messages;
using Causum.Domain.Tasks.Reading;

namespace Causum.Domain.Tasks;

/// <summary>
/// Reads an entry of the tasks stream (protocol §2, §4, §6, §9). Total: whatever the bytes are, there is an answer and never an exception.
/// The <c>type</c> inside the data wins over the entry's own. A config that is no readable JSON is still a config, so that its sender is told.
/// </summary>
public static class IncomingReader
{
    private const string TaskMessage = "task";

    private static readonly string[] MessageTypes =
    [
        TaskMessage,
        ControlReader.Config,
        ControlReader.RegisterAck,
        ControlReader.Cancel,
    ];

    public static IncomingMessage Read(Option<string> type, Option<ReadOnlyMemory<byte>> data, IncomingLimits limits) =>
        data.Match(
            Some: bytes => Read(type, bytes, limits),
            None: () =>
                type.Filter(ControlReader.IsControl)
                    .Match<IncomingMessage>(
                        Some: control => new IncomingMessage.UnreadableControl(control),
                        None: () => Refuse(None, None, new InputError.Required(FieldPath.Root.Field("data")))
                    )
        );

    private static IncomingMessage Read(Option<string> type, ReadOnlyMemory<byte> data, IncomingLimits limits)
    {
        var head = MessageHead.Scan(data.Span);
        return head.Fault.Match(
            Some: fault => Faulty(head.Type || type, data, head, fault),
            None: () => WellFormed(type, data, head, limits)
        );
    }

    private static IncomingMessage WellFormed(
        Option<string> type,
        ReadOnlyMemory<byte> data,
        MessageHead head,
        IncomingLimits limits
    )
    {
        using var document = Parse(data);
        if (document is null)
            return Faulty(head.Type || type, data, head, "names a field twice");
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return Faulty(type, data, head, "is not a JSON object");
        var message = new JsonFields(document.RootElement, FieldPath.Root);
        return message
            .OptionalText("type")
            .Match(
                Succ: inner => ByType((inner || type).IfNone(""), message, data, head, limits),
                Fail: errors => new IncomingMessage.Unreadable(head.TaskId, head.TaskType, Failures.Of(errors))
            );
    }

    private static IncomingMessage ByType(
        string type,
        JsonFields message,
        ReadOnlyMemory<byte> data,
        MessageHead head,
        IncomingLimits limits
    ) =>
        type switch
        {
            TaskMessage => TaskReader.Read(message, head, limits),
            ControlReader.Config => new IncomingMessage.Config(data, head.InstanceId),
            ControlReader.RegisterAck => ControlReader.ReadRegisterAck(message),
            ControlReader.Cancel => ControlReader.ReadCancel(message),
            "" => Refuse(head.TaskId, head.TaskType, new InputError.Required(FieldPath.Root.Field("type"))),
            _ => Refuse(
                head.TaskId,
                head.TaskType,
                new InputError.UnknownValue(FieldPath.Root.Field("type"), MessageTypes)
            ),
        };

    private static IncomingMessage Faulty(
        Option<string> type,
        ReadOnlyMemory<byte> data,
        MessageHead head,
        string fault
    ) =>
        type.IfNone(TaskMessage) switch
        {
            ControlReader.Config when data.Length <= MessageHead.MaxBytes => new IncomingMessage.Config(
                data,
                head.InstanceId
            ),
            var control when ControlReader.IsControl(control) => new IncomingMessage.UnreadableControl(control),
            _ => Refuse(head.TaskId, head.TaskType, new InputError.Unreadable(FieldPath.Root.Field("data"), fault)),
        };

    private static IncomingMessage.Unreadable Refuse(
        Option<string> taskId,
        Option<string> taskType,
        InputError error
    ) => new IncomingMessage.Unreadable(taskId, taskType, Failures.Of(Seq1(error)));

    /// <summary>Null: a field name stands twice in one object, the only fault the scan does not see.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> data)
    {
        try
        {
            return JsonDocument.Parse(
                data,
                new JsonDocumentOptions { MaxDepth = MessageHead.MaxDepth, AllowDuplicateProperties = false }
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
