using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.OpenAi;

/// <summary>Counts, codes and durations only: neither prompts nor a word of the server, at any level.</summary>
internal static partial class OpenAiLog
{
    [LoggerMessage(
        EventId = 4101,
        Level = LogLevel.Warning,
        Message = "The language model failed ({Cause}), try {Try} of {Tries}; waiting {Delay} before the next"
    )]
    public static partial void WillRetry(this ILogger logger, string cause, int @try, int tries, TimeSpan delay);

    [LoggerMessage(
        EventId = 4102,
        Level = LogLevel.Information,
        Message = "The language model's server refused the form of the request (HTTP {Status}); going on with {Dialect}"
    )]
    public static partial void DialectChanged(this ILogger logger, int status, ChatDialect dialect);

    [LoggerMessage(
        EventId = 4103,
        Level = LogLevel.Debug,
        Message = "One exchange with the language model took {Elapsed}: {Outcome}"
    )]
    public static partial void Exchanged(this ILogger logger, TimeSpan elapsed, Exchange outcome);
}
