using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Application.Configuration;

/// <summary>What is known of the parts: how they were opened, and what they said when they were last asked.</summary>
internal sealed class PartCheck(TimeProvider time)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);
    private static readonly ModelRequest Ping = new("Answer with the word OK.", "Are you there?", None, 16);

    private readonly Lock writing = new();
    private ComponentState database = Unknown("no configuration yet", default);
    private ComponentState model = Unknown("no configuration yet", default);
    private ComponentState secrets = Unknown("no configuration yet", default);

    public ComponentStates Known(ComponentState redis)
    {
        lock (writing)
            return new ComponentStates(redis, Dated(database), Dated(model), Dated(secrets));
    }

    /// <summary>A part that stayed as it was keeps what is known of it.</summary>
    public void Opened(InForce next)
    {
        var now = time.GetUtcNow();
        lock (writing)
        {
            database = next.Config.Database.IsNone
                ? Disabled(now)
                : next.Database.Match(Right: _ => AfterOpening(database, now), Left: failure => Failed(failure, now));
            model = next.Config.Llm.IsNone
                ? Disabled(now)
                : next.Model.Match(Right: _ => AfterOpening(model, now), Left: failure => Failed(failure, now));
            secrets = next.Readings.FirstFailure.Match(
                failure => Failed(failure, now),
                () => new ComponentState(ComponentStatus.Ok, now, next.Readings.Latency, None)
            );
        }
    }

    public async Task AskAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            AskAsync(
                workspace.Database,
                (part, token) => part.ValidateAsync(token),
                Component.Database,
                cancellationToken
            ),
            AskAsync(workspace.Model, (part, token) => part.AskAsync(Ping, token), Component.Llm, cancellationToken)
        );
        lock (writing)
        {
            answers[0].IfSome(found => database = found);
            answers[1].IfSome(found => model = found);
        }
    }

    private async Task<Option<ComponentState>> AskAsync<TPart, TAnswer>(
        Either<TaskFailure, TPart> opened,
        Func<TPart, CancellationToken, Task<Either<TaskFailure, TAnswer>>> ask,
        Component component,
        CancellationToken cancellationToken
    )
        where TPart : class
    {
        if (opened.Case is not TPart part)
            return None;
        var start = time.GetTimestamp();
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await ask(part, either.Token);
            return answer.Match(
                Right: _ => new ComponentState(ComponentStatus.Ok, time.GetUtcNow(), time.GetElapsedTime(start), None),
                Left: failure => Failed(failure, time.GetUtcNow())
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var silence = TaskFailure.LiveValidation(component, $"No answer within {TimeLimit.TotalSeconds:0} s.");
            return Failed(silence, time.GetUtcNow());
        }
    }

    private static ComponentState AfterOpening(ComponentState before, DateTimeOffset now) =>
        before.Status is ComponentStatus.Ok ? before : Unknown("opened, not asked yet", now);

    private ComponentState Dated(ComponentState state) =>
        state.CheckedAt == default ? state with { CheckedAt = time.GetUtcNow() } : state;

    private static ComponentState Unknown(string why, DateTimeOffset now) =>
        new(ComponentStatus.Unknown, now, None, why);

    private static ComponentState Disabled(DateTimeOffset now) => new(ComponentStatus.Disabled, now, None, None);

    private static ComponentState Failed(TaskFailure failure, DateTimeOffset now) =>
        new(ComponentStatus.Failed, now, None, failure.Message);
}
