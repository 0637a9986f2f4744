using System.Diagnostics;
using Causum.Application.Ports;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.OpenAi;

/// <summary>What to do after a try. Pure, so that the whole policy of retries and fallbacks can be read and tested in one place.</summary>
internal abstract record NextStep
{
    private NextStep() { }

    public sealed record Done(Either<TaskFailure, ModelReply> Outcome) : NextStep;

    /// <param name="Cause">The failure to report if there are no tries left.</param>
    /// <param name="Told">The wait the server asked for.</param>
    public sealed record TryAgain(TaskFailure Cause, Option<TimeSpan> Told) : NextStep;

    /// <summary>The server does not take the form of the request.</summary>
    public sealed record Reshape(int Status, ChatDialect Dialect) : NextStep;

    public T Match<T>(Func<Done, T> done, Func<TryAgain, T> tryAgain, Func<Reshape, T> reshape) =>
        this switch
        {
            Done s => done(s),
            TryAgain s => tryAgain(s),
            Reshape s => reshape(s),
            _ => throw new UnreachableException(),
        };

    /// <summary>Only 429, 5xx and a lost connection are tried again; everything else would fail the same way.</summary>
    /// <param name="structured">Whether the request asked for structured output.</param>
    public static NextStep After(Exchange exchange, ChatDialect dialect, bool structured) =>
        exchange.Match(
            answered: e =>
                e.Status is >= 200 and < 300
                    ? new Done(ChatAnswer.Read(e.Body))
                    : AfterRefusal(ServerError.Read(e.Status, e.Body.Span), e.RetryAfter, dialect, structured),
            lost: e =>
                e.Cause is HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                    ? new Done(LlmFailures.Unreachable(e.Cause))
                    : new TryAgain(LlmFailures.Unreachable(e.Cause), None),
            timedOut: e => new Done(LlmFailures.TooSlow(e.Limit)),
            oversized: _ => new Done(LlmFailures.BadResponse("far longer than it was asked to be"))
        );

    private static NextStep AfterRefusal(
        ServerError error,
        Option<TimeSpan> retryAfter,
        ChatDialect dialect,
        bool structured
    )
    {
        if (error.IsFiltered)
            return new Done(new ModelReply("", FinishReason.Refused));
        var failure = LlmFailures.From(error);
        if (error.IsUnauthorized || error.IsContextExceeded)
            return new Done(failure);
        return dialect
            .After(error, structured)
            .Match<NextStep>(
                Some: other => new Reshape(error.Status, other),
                None: () =>
                    error.Status >= 500 || (error.Status == 429 && !error.IsQuotaSpent)
                        ? new TryAgain(failure, retryAfter)
                        : new Done(failure)
            );
    }
}
