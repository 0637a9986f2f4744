using Causum.Application.Worker;
using Causum.Domain.Tasks;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Tasks;

/// <summary>Logs and counts how each task ended; it never looks at what a result holds.</summary>
internal sealed class ObserveTask<TRequest>(Metrics metrics, TimeProvider time, ILogger<ObserveTask<TRequest>> logger)
    : IPipelineBehavior<TRequest, Either<TaskFailure, TaskResult>>
    where TRequest : ITaskRequest
{
    public async Task<Either<TaskFailure, TaskResult>> Handle(
        TRequest request,
        RequestHandlerDelegate<Either<TaskFailure, TaskResult>> next,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        var outcome = await next();
        Record(request, outcome, time.GetElapsedTime(start));
        return outcome;
    }

    private void Record(TRequest request, Either<TaskFailure, TaskResult> outcome, TimeSpan duration)
    {
        var id = request.Task.Value;
        var milliseconds = (long)duration.TotalMilliseconds;
        metrics.Record($"{request.TaskType}_ms", duration);
        outcome.Match(
            Right: _ =>
            {
                metrics.Count($"{request.TaskType}_success");
                DispatchLog.Succeeded(logger, id, request.TaskType, milliseconds);
            },
            Left: failure =>
            {
                metrics.Count($"{request.TaskType}_error");
                metrics.Count($"error_{failure.Code}");
                DispatchLog.Failed(
                    logger,
                    id,
                    request.TaskType,
                    milliseconds,
                    failure.Code,
                    failure.Category.IfNone("-"),
                    failure.VendorCode.IfNone("-")
                );
            }
        );
    }
}
