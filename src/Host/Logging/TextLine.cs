using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace Causum.Host.Logging;

/// <summary>A log line for people. Control characters of values are written as escapes, so that no value can forge a line.</summary>
internal sealed class TextLine : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.ToUniversalTime().ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        output.Write(Level(logEvent.Level));
        Escape(PlainMessage.Of(logEvent), output);
        output.WriteLine();
        if (logEvent.Exception is { } exception)
        {
            foreach (var line in exception.ToString().ReplaceLineEndings("\n").Split('\n'))
            {
                output.Write("  ");
                Escape(line, output);
                output.WriteLine();
            }
        }
    }

    private static string Level(LogEventLevel level) =>
        level switch
        {
            LogEventLevel.Error or LogEventLevel.Fatal => " error ",
            LogEventLevel.Warning => " warn  ",
            LogEventLevel.Debug or LogEventLevel.Verbose => " debug ",
            _ => " info  ",
        };

    private static void Escape(string text, TextWriter output)
    {
        foreach (var c in text)
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                output.Write($"\\u{(int)c:x4}");
            else
                output.Write(c);
    }
}
