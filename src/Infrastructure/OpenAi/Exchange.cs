using System.Diagnostics;

namespace Causum.Infrastructure.OpenAi;

/// <summary>What one try over the network came to.</summary>
internal abstract record Exchange
{
    private Exchange() { }

    /// <param name="Body">Whole, up to the bound of <see cref="ChatEndpoint"/>.</param>
    /// <param name="RetryAfter">How long the server asks to wait.</param>
    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body, Option<TimeSpan> RetryAfter) : Exchange;

    /// <summary>The connection could not be made, or broke.</summary>
    public sealed record Lost(HttpRequestError Cause) : Exchange;

    public sealed record TimedOut(TimeSpan Limit) : Exchange;

    /// <summary>The answer went on beyond any sensible size.</summary>
    public sealed record Oversized : Exchange;

    /// <summary>For the log: sizes and codes, never the body.</summary>
    public sealed override string ToString() =>
        Match(
            answered: e => $"HTTP {e.Status}, {e.Body.Length} bytes",
            lost: e => $"connection lost ({e.Cause})",
            timedOut: _ => "no answer in time",
            oversized: _ => "answer too long"
        );

    public T Match<T>(
        Func<Answered, T> answered,
        Func<Lost, T> lost,
        Func<TimedOut, T> timedOut,
        Func<Oversized, T> oversized
    ) =>
        this switch
        {
            Answered e => answered(e),
            Lost e => lost(e),
            TimedOut e => timedOut(e),
            Oversized e => oversized(e),
            _ => throw new UnreachableException(),
        };
}
