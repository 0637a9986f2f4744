using Causum.Domain.Queue;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

internal static partial class WorkerLog
{
    [LoggerMessage(1001, LogLevel.Information, "Connected to the queue as instance {InstanceId}")]
    public static partial void Connected(ILogger logger, string instanceId);

    [LoggerMessage(1002, LogLevel.Information, "The control plane accepted this instance")]
    public static partial void Accepted(ILogger logger);

    [LoggerMessage(
        1003,
        LogLevel.Warning,
        "The control plane did not accept this instance; no tasks are read, and it registers again every 5 minutes"
    )]
    public static partial void NotAccepted(ILogger logger);

    [LoggerMessage(1004, LogLevel.Information, "No tasks are read for now")]
    public static partial void IntakeClosed(ILogger logger);

    [LoggerMessage(1005, LogLevel.Warning, "The {MessageType} could not be sent in time and is left out")]
    public static partial void ReportDropped(ILogger logger, string messageType);

    [LoggerMessage(
        1006,
        LogLevel.Warning,
        "A control message of type {MessageType} (entry {Entry}) cannot be read and is ignored"
    )]
    public static partial void UnreadableControl(ILogger logger, string messageType, EntryId entry);

    [LoggerMessage(
        1007,
        LogLevel.Warning,
        "The result of entry {Entry} is dropped: another instance owns the entry now, or answered it"
    )]
    public static partial void Fenced(ILogger logger, EntryId entry);

    [LoggerMessage(1008, LogLevel.Warning, "Entry {Entry} (task {TaskId}) was answered with {Code}")]
    public static partial void Failed(ILogger logger, EntryId entry, string taskId, string code);

    [LoggerMessage(1009, LogLevel.Error, "Task {TaskId} ({TaskType}) does not end; it is answered without it")]
    public static partial void Abandoned(ILogger logger, string taskId, string taskType);

    [LoggerMessage(1010, LogLevel.Warning, "The claims on {Count} running tasks could not be renewed in time")]
    public static partial void NotRenewed(ILogger logger, int count);

    [LoggerMessage(1011, LogLevel.Information, "Stopping: no new tasks, {Count} still running")]
    public static partial void Stopping(ILogger logger, int count);

    [LoggerMessage(
        1012,
        LogLevel.Warning,
        "{Count} tasks did not end within the grace; they stay pending for another instance"
    )]
    public static partial void HandedBack(ILogger logger, int count);

    [LoggerMessage(
        1013,
        LogLevel.Information,
        "This instance could not be taken out of the group in time; it stays there without entries"
    )]
    public static partial void NotLeft(ILogger logger);

    [LoggerMessage(1014, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(
        1015,
        LogLevel.Warning,
        "The result of entry {Entry} is gone from the results stream, lost by a failover or restart of Redis; it was published again"
    )]
    public static partial void Repeated(ILogger logger, EntryId entry);

    [LoggerMessage(1016, LogLevel.Error, "Instance {InstanceId}: {Cause}. No result is lost or given twice meanwhile")]
    public static partial void NameShared(ILogger logger, string instanceId, string cause);

    [LoggerMessage(1017, LogLevel.Information, "Instance {InstanceId} is the only process with its ID again")]
    public static partial void NameOwnAgain(ILogger logger, string instanceId);
}
