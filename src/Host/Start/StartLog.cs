using Microsoft.Extensions.Logging;

namespace Causum.Host.Start;

internal static partial class StartLog
{
    [LoggerMessage(
        EventId = 1101,
        Level = LogLevel.Information,
        Message = "Agent {Version} starts as {InstanceId} for {AgentKey} at {Redis}"
    )]
    public static partial void Starting(
        ILogger logger,
        string version,
        string instanceId,
        string agentKey,
        string redis
    );

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void Warning(ILogger logger, string warning);
}
