namespace Causum.Application.Worker;

/// <summary>Lets tasks in only while a config is in force and the control plane has not refused the instance (protocol §3, §4).</summary>
internal sealed class IntakeGate : IDisposable
{
    private readonly Lock gate = new();
    private TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource closing = new();
    private bool configured;
    private bool refused;

    public bool Refused
    {
        get
        {
            lock (gate)
                return refused;
        }
    }

    public void Configured() => Change(() => configured = true);

    public void Accepted(bool accepted) => Change(() => refused = !accepted);

    /// <summary>Waits until tasks may be taken. The token ends when they may not any more.</summary>
    public async Task<CancellationToken> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (configured && !refused)
                    return closing.Token;
                wait = opened.Task;
            }
            await wait.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => closing.Dispose();

    private void Change(Action change)
    {
        CancellationTokenSource? closed = null;
        lock (gate)
        {
            var before = configured && !refused;
            change();
            var now = configured && !refused;
            if (now && !before)
            {
                opened.TrySetResult();
            }
            else if (before && !now)
            {
                (closed, closing) = (closing, new CancellationTokenSource());
                opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
        // Outside of the lock: whoever waits on the token runs here.
        closed?.Cancel();
        closed?.Dispose();
    }
}
