using Microsoft.Extensions.Logging;

namespace Causum.Properties.Desensitization.Support;

/// <summary>Every line at every level, with its exception.</summary>
internal sealed class CapturedLog<T> : ILogger<T>
{
    private readonly List<string> lines = [];

    public string All => string.Join('\n', lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (lines)
            lines.Add($"{eventId.Id} {formatter(state, exception)} {exception}");
    }
}
