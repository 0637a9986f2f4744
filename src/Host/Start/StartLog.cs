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

    [LoggerMessage(
        EventId = 1103,
        Level = LogLevel.Warning,
        Message = "The key of the tokens is this instance's own: others make different tokens. Set AGENT_TOKEN_KEY_FILE for all of them"
    )]
    public static partial void OwnTokenKey(ILogger logger);
}
