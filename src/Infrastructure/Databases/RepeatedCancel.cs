namespace Causum.Infrastructure.Databases;

/// <summary>
/// Stops a running statement on the server, by a request over another connection. A request that arrives between two messages is forgotten by the server, and the
/// statement sent next would run on for nobody; drivers ask only once. Hence it is repeated until the statement has ended. Dispose it after the reader.
/// </summary>
internal sealed class RepeatedCancel : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Func<CancellationToken, Task> request;
    private readonly CancellationTokenSource abandon = new();
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenRegistration registration;
    private Task requests = Task.CompletedTask;

    /// <param name="request">Asks once. Must not be on its way any more when its task has ended, lest it hits the next statement.</param>
    public RepeatedCancel(Func<CancellationToken, Task> request, CancellationToken cancellationToken)
    {
        this.request = request;
        registration = cancellationToken.Register(() =>
        {
            abandon.CancelAfter(Patience);
            requests = RepeatAsync();
        });
    }

    /// <summary>For the driver: fires when the server did not even answer the requests, so that the connection is given up.</summary>
    public CancellationToken Abandon => abandon.Token;

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        await ended.CancelAsync();
        await requests;
        ended.Dispose();
        abandon.Dispose();
    }

    private async Task RepeatAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await request(ended.Token);
                await Task.Delay(Interval, ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (DatabaseFailures.IsExpected(e))
            {
                // No second connection is to be had: the driver's own request comes when the first is given up.
                return;
            }
        }
    }
}
