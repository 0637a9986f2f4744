namespace Causum.Application.Worker;

internal static class TimeLimit
{
    /// <summary>False if the action did not end in time and was cancelled; a cancellation from outside passes through.</summary>
    public static async Task<bool> WithinAsync(
        this TimeProvider time,
        TimeSpan limit,
        Func<CancellationToken, Task> action,
        CancellationToken cancellationToken
    )
    {
        using var clock = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            await action(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
