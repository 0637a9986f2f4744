using System.Diagnostics;
using Causum.Domain.Tasks;

namespace Causum.Domain.Messages;

/// <summary>What an entry of the tasks stream says (protocol §4).</summary>
public abstract record IncomingMessage
{
    private IncomingMessage() { }

    /// <summary>Work, readable in full.</summary>
    public sealed record Work(TaskEnvelope Task) : IncomingMessage;

    /// <summary>Meant as work and not readable; answered, never retried.</summary>
    /// <param name="TaskId">Where one could be read.</param>
    /// <param name="TaskType">As sent, where it could be read.</param>
    public sealed record Unreadable(Option<string> TaskId, Option<string> TaskType, TaskFailure Cause)
        : IncomingMessage;

    /// <param name="Payload">The whole message as received; parsed by the configuration rules.</param>
    /// <param name="InstanceId">Whom it is for; absent: every instance.</param>
    public sealed record Config(ReadOnlyMemory<byte> Payload, Option<string> InstanceId) : IncomingMessage;

    public sealed record RegisterAck(string InstanceId, bool Accepted, Option<string> Reason) : IncomingMessage;

    public sealed record Cancel(string TaskId, Option<string> InstanceId) : IncomingMessage;

    /// <summary>A control message that is not readable: logged and left.</summary>
    public sealed record UnreadableControl(string Type) : IncomingMessage;

    public T Match<T>(
        Func<Work, T> work,
        Func<Unreadable, T> unreadable,
        Func<Config, T> config,
        Func<RegisterAck, T> registerAck,
        Func<Cancel, T> cancel,
        Func<UnreadableControl, T> unreadableControl
    ) =>
        this switch
        {
            Work m => work(m),
            Unreadable m => unreadable(m),
            Config m => config(m),
            RegisterAck m => registerAck(m),
            Cancel m => cancel(m),
            UnreadableControl m => unreadableControl(m),
            _ => throw new UnreachableException(),
        };
}
