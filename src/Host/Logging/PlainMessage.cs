using System.Globalization;
using Serilog.Events;
using Serilog.Parsing;

namespace Causum.Host.Logging;

/// <summary>The sentence of a log line: texts stand in it as they are, not in quotes.</summary>
internal static class PlainMessage
{
    public static string Of(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
            if (
                token is PropertyToken property
                && logEvent.Properties.TryGetValue(property.PropertyName, out var value)
                && value is ScalarValue { Value: string plain }
            )
                text.Write(plain);
            else
                token.Render(logEvent.Properties, text, CultureInfo.InvariantCulture);
        return text.ToString();
    }
}
