using Causum.Host.Logging;
using Serilog.Events;
using Serilog.Parsing;

namespace Causum.Integration.CommandLine;

/// <summary>Whoever names a task must not be able to write log lines of their own.</summary>
public sealed class TextLineTests
{
    [Theory]
    [InlineData("t-1\n10:00:00.000Z info  forged", "\\u000a")]
    [InlineData("t-1\r\nforged", "\\u000d\\u000a")]
    [InlineData("t-1\u001b[2Jforged", "\\u001b")]
    [InlineData("t-1\u0085forged", "\\u0085")]
    [InlineData("t-1\u009b2Jforged", "\\u009b")]
    [InlineData("t-1\u2028forged", "\\u2028")]
    public void Control_characters_of_a_value_are_written_as_escapes(string taskId, string escape)
    {
        var line = Written(taskId, null);
        Assert.Contains($"Task t-1{escape}", line, StringComparison.Ordinal);
        Assert.EndsWith(Environment.NewLine, line, StringComparison.Ordinal);
        Assert.DoesNotContain(line[..^Environment.NewLine.Length], c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }

    [Fact]
    public void Every_line_of_an_exception_is_set_in_and_without_control_characters()
    {
        var lines = Written("t-1", new InvalidOperationException("one\n10:00:00.000Z info  forged\u001b[2J\u2028x"))
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines[1..], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain(line, c => char.IsControl(c) || c == '\u2028'));
    }

    private static string Written(string taskId, Exception? exception)
    {
        using var output = new StringWriter();
        new TextLine().Format(
            new LogEvent(
                DateTimeOffset.UnixEpoch,
                LogEventLevel.Information,
                exception,
                new MessageTemplateParser().Parse("Task {TaskId} ended"),
                [new LogEventProperty("TaskId", new ScalarValue(taskId))]
            ),
            output
        );
        return output.ToString();
    }
}
