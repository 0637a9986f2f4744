using Causum.Application.Tasks;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Integration.Queue;

/// <summary>Stands where the task handlers stand, and does with a task what the test says.</summary>
internal sealed class ScriptedSender : ISender
{
    private int running;
    private int mostAtOnce;

    /// <summary>What becomes of each task, by its ID.</summary>
    public Func<string, CancellationToken, Task<Either<TaskFailure, TaskResult>>> Script { get; set; } =
        (_, _) => Task.FromResult<Either<TaskFailure, TaskResult>>(new TaskResult.Schemas(["public"]));

    public int Running => Volatile.Read(ref running);

    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    public async Task<TResponse> Send<TResponse>(
        IRequest<TResponse> request,
        CancellationToken cancellationToken = default
    )
    {
        var now = Interlocked.Increment(ref running);
        InterlockedMax(now);
        try
        {
            object answer = await Script(((ITaskRequest)request).Task.Value, cancellationToken);
            return (TResponse)answer;
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default)
        where TRequest : IRequest => throw new NotSupportedException();

    public Task<object?> Send(object request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<TResponse> CreateStream<TResponse>(
        IStreamRequest<TResponse> request,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public IAsyncEnumerable<object?> CreateStream(object request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    private void InterlockedMax(int value)
    {
        for (var seen = mostAtOnce; value > seen; seen = mostAtOnce)
            Interlocked.CompareExchange(ref mostAtOnce, value, seen);
    }
}
