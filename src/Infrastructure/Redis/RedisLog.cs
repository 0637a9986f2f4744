using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Redis;

internal static partial class RedisLog
{
    [LoggerMessage(2001, LogLevel.Information, "Redis connection for {Purpose} is up")]
    public static partial void Connected(ILogger logger, string purpose);

    [LoggerMessage(
        2002,
        LogLevel.Warning,
        "Redis connection for {Purpose}: {Fault}; try {Failures} failed, next in {DelayMilliseconds} ms"
    )]
    public static partial void Retrying(
        ILogger logger,
        string purpose,
        string fault,
        int failures,
        int delayMilliseconds
    );

    [LoggerMessage(
        2003,
        LogLevel.Error,
        "Redis connection for {Purpose}: {Fault}; try {Failures} failed, next in {DelayMilliseconds} ms"
    )]
    public static partial void Refused(
        ILogger logger,
        string purpose,
        string fault,
        int failures,
        int delayMilliseconds
    );

    [LoggerMessage(
        2004,
        LogLevel.Warning,
        "The consumer group or this consumer was gone and was made again; the control plane is told anew"
    )]
    public static partial void GroupMadeAgain(ILogger logger);

    [LoggerMessage(
        2005,
        LogLevel.Warning,
        "last_ack {Mark} is above the last entry {LastGenerated} of the tasks stream and is not used: the stream was deleted or rolled back"
    )]
    public static partial void MarkDropped(ILogger logger, string mark, string lastGenerated);

    [LoggerMessage(2006, LogLevel.Warning, "The Redis user may not use {Command}; {Consequence}")]
    public static partial void MissingRight(ILogger logger, string command, string consequence);

    [LoggerMessage(
        2009,
        LogLevel.Warning,
        "The keys of this agent lie in several slots of the Redis Cluster: {Consequence}; an agent key in braces, as in {{acme}}, keeps them together"
    )]
    public static partial void SeveralSlots(ILogger logger, string consequence);

    [LoggerMessage(
        2007,
        LogLevel.Warning,
        "{Count} pending entries were trimmed or deleted from the tasks stream before they were run; they are acknowledged and lost"
    )]
    public static partial void LostByTrim(ILogger logger, int count);

    [LoggerMessage(
        2008,
        LogLevel.Information,
        "Took over {Count} entries that were pending for a consumer that fell silent"
    )]
    public static partial void Claimed(ILogger logger, int count);

    [LoggerMessage(
        2010,
        LogLevel.Information,
        "Handed back {Count} entries that came while this instance stopped reading; others may take them at once"
    )]
    public static partial void HandedBack(ILogger logger, int count);
}
