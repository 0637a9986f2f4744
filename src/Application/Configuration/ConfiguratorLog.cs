using Causum.Domain.Messages;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Configuration;

internal static partial class ConfiguratorLog
{
    [LoggerMessage(
        EventId = 2101,
        Level = LogLevel.Information,
        Message = "Configuration {ConfigId} from {Source} applied, mode {Mode}, {Warnings} warnings"
    )]
    public static partial void Applied(ILogger logger, string configId, ConfigSource source, string mode, int warnings);

    [LoggerMessage(
        EventId = 2102,
        Level = LogLevel.Error,
        Message = "Configuration {ConfigId} from {Source} refused, the one in force stays: {Errors}"
    )]
    public static partial void Rejected(ILogger logger, string configId, ConfigSource source, string errors);

    [LoggerMessage(
        EventId = 2103,
        Level = LogLevel.Warning,
        Message = "The configuration could not be kept in {Location}: a restart waits for the control plane"
    )]
    public static partial void NotCached(ILogger logger, string location);

    [LoggerMessage(
        EventId = 2104,
        Level = LogLevel.Warning,
        Message = "Part {Part} is not available: {Code}: {Reason} Trying again in {Delay:0.0} s"
    )]
    public static partial void PartMissing(ILogger logger, string part, string code, string reason, double delay);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Information, Message = "Part {Part} is available again")]
    public static partial void PartBack(ILogger logger, string part);

    [LoggerMessage(EventId = 2106, Level = LogLevel.Warning, Message = "Configuration: {Warning}")]
    public static partial void Warning(ILogger logger, string warning);
}
