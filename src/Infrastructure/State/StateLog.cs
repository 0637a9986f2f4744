using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.State;

internal static partial class StateLog
{
    [LoggerMessage(
        EventId = 5101,
        Level = LogLevel.Warning,
        Message = "{Name} in {Directory} cannot be read ({ErrorType}) and counts as missing"
    )]
    public static partial void Unreadable(ILogger logger, string name, string directory, string errorType);

    [LoggerMessage(
        EventId = 5102,
        Level = LogLevel.Warning,
        Message = "{Name} cannot be kept in {Directory} ({ErrorType}): make the folder writable for the agent's user"
    )]
    public static partial void NotWritten(ILogger logger, string name, string directory, string errorType);
}
