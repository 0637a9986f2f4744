namespace Causum.Application.Worker;

/// <summary>Tells one waiter that something happened since it last asked; several times count as once.</summary>
public sealed class Signal
{
    private readonly Lock gate = new();
    private TaskCompletionSource raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Raise()
    {
        lock (gate)
            raised.TrySetResult();
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Task next;
        lock (gate)
            next = raised.Task;
        await next.WaitAsync(cancellationToken);
        lock (gate)
            raised = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
