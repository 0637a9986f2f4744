using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Tasks;

namespace Causum.Properties.Queue.Model;

/// <summary>What an entry of the model's tasks stream holds.</summary>
internal enum TaskKind
{
    Plain,

    /// <summary>Ends the process that runs it.</summary>
    Poison,
    Expired,
    Unreadable,
    Control,
}

internal static class TaskKinds
{
    public static IncomingMessage Message(this TaskKind kind, EntryId entry) =>
        kind switch
        {
            TaskKind.Plain or TaskKind.Poison => Work(entry, None),
            TaskKind.Expired => Work(entry, DateTimeOffset.UnixEpoch),
            TaskKind.Unreadable => new IncomingMessage.Unreadable(None, None, TaskFailure.Internal()),
            TaskKind.Control => new IncomingMessage.RegisterAck("a", true, None),
        };

    private static IncomingMessage.Work Work(EntryId entry, Option<DateTimeOffset> expiresAt) =>
        new(
            new TaskEnvelope(
                TaskId.Create($"t-{entry}").Match(Succ: id => id, Fail: _ => throw new InvalidOperationException()),
                new TaskPayload.DbSchemas(),
                None,
                expiresAt,
                None,
                None
            )
        );
}
