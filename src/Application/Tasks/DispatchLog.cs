using Microsoft.Extensions.Logging;

namespace Causum.Application.Tasks;

internal static partial class DispatchLog
{
    [LoggerMessage(
        EventId = 3000,
        Level = LogLevel.Error,
        Message = "Task {TaskId} ({TaskType}) met a bug in the agent: {ExceptionType} at {StackTrace}"
    )]
    public static partial void Bug(
        ILogger logger,
        string taskId,
        string taskType,
        string? exceptionType,
        string? stackTrace
    );

    [LoggerMessage(
        EventId = 3001,
        Level = LogLevel.Debug,
        Message = "Task {TaskId} ({TaskType}) succeeded in {DurationMs} ms"
    )]
    public static partial void Succeeded(ILogger logger, string taskId, string taskType, long durationMs);

    [LoggerMessage(
        EventId = 3002,
        Level = LogLevel.Warning,
        Message = "Task {TaskId} ({TaskType}) failed in {DurationMs} ms: {Code} {Category} {VendorCode}"
    )]
    public static partial void Failed(
        ILogger logger,
        string taskId,
        string taskType,
        long durationMs,
        string code,
        string category,
        string vendorCode
    );
}
