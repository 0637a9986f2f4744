using Causum.Application.Redaction;
using Serilog.Events;
using Serilog.Formatting;

namespace Causum.Host.Logging;

/// <summary>The last step before a line is written: whatever secret found its way into it is replaced.</summary>
internal sealed class RedactingFormatter(ITextFormatter inner, KnownSecrets known) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        inner.Format(logEvent, line);
        output.Write(known.Redact(line.ToString()));
    }
}
