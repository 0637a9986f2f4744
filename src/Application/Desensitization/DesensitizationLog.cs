using Microsoft.Extensions.Logging;

namespace Causum.Application.Desensitization;

/// <summary>Counts and names of failures; never a value, a prompt or a model's words.</summary>
internal static partial class DesensitizationLog
{
    [LoggerMessage(5100, LogLevel.Error, "The language model's client threw {ExceptionType}; taken for a failed call")]
    internal static partial void ModelThrew(ILogger log, string exceptionType);

    [LoggerMessage(
        5101,
        LogLevel.Warning,
        "The language model did not classify {Fields} fields ({Reason}); the rules decide and open fields are masked"
    )]
    internal static partial void ClassificationFellBack(ILogger log, int fields, string reason);

    [LoggerMessage(
        5102,
        LogLevel.Warning,
        "The language model's text for {Rows} rows from row {FirstRow} is not used: {Reason}"
    )]
    internal static partial void TransformRejected(ILogger log, int rows, int firstRow, string reason);

    [LoggerMessage(
        5103,
        LogLevel.Error,
        "Leak check: a value of kind {Kind} stood in what would have left; nothing was sent"
    )]
    internal static partial void LeakFound(ILogger log, string kind);
}
