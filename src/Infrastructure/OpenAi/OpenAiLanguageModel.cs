using Causum.Application.Ports;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.OpenAi;

/// <summary>One model at one endpoint, shared by all tasks of a configuration: they share the rate gate and what was learned of the server's dialect.</summary>
internal sealed class OpenAiLanguageModel : ILanguageModel
{
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(5);

    private readonly ChatEndpoint endpoint;
    private readonly TokenCounter counter;
    private readonly RateGate gate;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private ChatDialect learned;

    public OpenAiLanguageModel(LlmSettings settings, HttpClient http, TimeProvider time, ILogger logger)
    {
        endpoint = new ChatEndpoint(settings, http, time);
        gate = new RateGate(time);
        this.time = time;
        this.logger = logger;
        Model = settings.Model;
        var known = KnownModels.Find(settings.Model);
        counter = new TokenCounter(known.Map(k => k.Encoding).IfNone(TokenEncoding.Estimated));
        learned = ChatDialect.For(known);
        (TokenLimit, TokenLimitSource) =
            settings.TokenLimit.Case is int configured ? (configured, TokenLimitSource.Config)
            : known.Case is KnownModel model ? (model.Context, TokenLimitSource.Model)
            : (KnownModels.DefaultContext, TokenLimitSource.Default);
        OutputLimit = Math.Min(TokenLimit, known.Map(k => k.Output).IfNone(TokenLimit));
    }

    public string Model { get; }

    public int TokenLimit { get; }

    public TokenLimitSource TokenLimitSource { get; }

    public int OutputLimit { get; }

    public int CountTokens(string text) => counter.Count(text);

    public async Task<Either<TaskFailure, ModelReply>> AskAsync(
        ModelRequest request,
        CancellationToken cancellationToken
    )
    {
        var dialect = Volatile.Read(ref learned);
        var refused = new System.Collections.Generic.HashSet<ChatDialect>();
        for (var tries = 1; ; )
        {
            if (gate.Remaining > Backoff.LongestWait)
                return LlmFailures.MustWait();
            await PassGateAsync(cancellationToken);
            switch (NextStep.After(await TryAsync(request, dialect, cancellationToken), dialect, request.Schema.IsSome))
            {
                case NextStep.Done done:
                    if (done.Outcome.IsRight)
                        Volatile.Write(ref learned, dialect);
                    return done.Outcome;
                case NextStep.Reshape reshape when refused.Add(dialect) && !refused.Contains(reshape.Dialect):
                    logger.DialectChanged(reshape.Status, reshape.Dialect);
                    dialect = reshape.Dialect;
                    break;
                case NextStep.Reshape:
                    return LlmFailures.BadResponse("the server takes no form of the request that the agent knows");
                case NextStep.TryAgain again:
                    again.Told.Iter(gate.Shut);
                    if (tries == Backoff.Tries || again.Told.Exists(wait => wait > Backoff.LongestWait))
                        return again.Cause;
                    await WaitAsync(tries++, again, cancellationToken);
                    break;
            }
        }
    }

    public void Dispose() => endpoint.Dispose();

    private async Task<Exchange> TryAsync(
        ModelRequest request,
        ChatDialect dialect,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var exchange = await endpoint.SendAsync(
            ChatRequest.Write(Model, request, dialect, OutputLimit),
            Limit(request),
            cancellationToken
        );
        if (logger.IsEnabled(LogLevel.Debug))
            logger.Exchanged(time.GetElapsedTime(started), exchange);
        return exchange;
    }

    /// <summary>A slow server makes some twenty tokens a second; a hanging one must not cost the whole time of the task.</summary>
    private static TimeSpan Limit(ModelRequest request)
    {
        var limit = TimeSpan.FromSeconds(60) + TimeSpan.FromMilliseconds(50L * request.MaxOutputTokens);
        return limit < LongestTry ? limit : LongestTry;
    }

    private async Task PassGateAsync(CancellationToken cancellationToken)
    {
        for (var left = gate.Remaining; left > TimeSpan.Zero; left = gate.Remaining)
            await Task.Delay(Backoff.Delay(1, left, Random.Shared.NextDouble()), time, cancellationToken);
    }

    private Task WaitAsync(int tries, NextStep.TryAgain step, CancellationToken cancellationToken)
    {
        var delay = Backoff.Delay(tries, step.Told, Random.Shared.NextDouble());
        logger.WillRetry(step.Cause.Category.IfNone(""), tries, Backoff.Tries, delay);
        return Task.Delay(delay, time, cancellationToken);
    }
}
