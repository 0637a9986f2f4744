using Causum.Domain.Messages;

namespace Causum.Domain.Tasks.Reading;

/// <summary>Control messages (protocol §3, §4): nobody waits for an answer to them, so a bad one is only named.</summary>
internal static class ControlReader
{
    public const string Config = "config";
    public const string RegisterAck = "instance_register_ack";
    public const string Cancel = "task_cancel";

    public static bool IsControl(string messageType) => messageType is Config or RegisterAck or Cancel;

    public static IncomingMessage ReadRegisterAck(JsonFields message) =>
        (message.Text("instance_id"), message.OptionalFlag("accepted"), message.OptionalText("reason"))
            .Apply((instance, accepted, reason) => (instance, accepted, reason))
            .Match(
                Succ: ack =>
                    ack.accepted.Match<IncomingMessage>(
                        Some: accepted => new IncomingMessage.RegisterAck(ack.instance, accepted, ack.reason),
                        None: () => new IncomingMessage.UnreadableControl(RegisterAck)
                    ),
                Fail: _ => new IncomingMessage.UnreadableControl(RegisterAck)
            );

    public static IncomingMessage ReadCancel(JsonFields message) =>
        (message.Text("task_id").Bind(TaskId.Create), message.OptionalText("instance_id"))
            .Apply(IncomingMessage (id, instance) => new IncomingMessage.Cancel(id.Value, instance))
            .Match(Succ: cancel => cancel, Fail: _ => new IncomingMessage.UnreadableControl(Cancel));
}
