using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Parsing;

namespace Causum.Host.Logging;

/// <summary>A log line for machines: compact JSON whose <c>@m</c> reads like the text form.</summary>
internal sealed class JsonLine : ITextFormatter
{
    private static readonly RenderedCompactJsonFormatter Compact = new();

    public void Format(LogEvent logEvent, TextWriter output) =>
        Compact.Format(
            LogEvent.UnstableAssembleFromParts(
                logEvent.Timestamp,
                logEvent.Level,
                logEvent.Exception,
                // The text stays the template's: it is what "@i" is made of.
                new MessageTemplate(logEvent.MessageTemplate.Text, [new TextToken(PlainMessage.Of(logEvent))]),
                logEvent.Properties.ToDictionary(),
                logEvent.TraceId ?? default,
                logEvent.SpanId ?? default
            ),
            output
        );
}
