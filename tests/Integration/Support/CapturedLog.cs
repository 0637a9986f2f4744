using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Causum.Integration.Support;

/// <summary>Keeps every line at every level, with exceptions, so that a test can search all that would have been written.</summary>
internal sealed class CapturedLog<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
}
