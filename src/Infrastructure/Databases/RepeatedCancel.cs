using System.Data.Common;

namespace Causum.Infrastructure.Databases;

/// <summary>
/// Stops a running statement on the server. A request that arrives between two messages is forgotten by the server, and the statement sent next would run on for
/// nobody; hence it is repeated until the statement has ended. Dispose it after the reader.
/// </summary>
internal sealed class RepeatedCancel : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource abandon = new();
    private readonly Timer requests;
    private readonly CancellationTokenRegistration registration;

    public RepeatedCancel(DbCommand command, CancellationToken cancellationToken)
    {
        requests = new Timer(_ => Request(command));
        registration = cancellationToken.Register(() =>
        {
            abandon.CancelAfter(Patience);
            requests.Change(TimeSpan.Zero, Interval);
        });
    }

    /// <summary>For the driver: fires when the server did not even answer the requests, so that the connection is given up.</summary>
    public CancellationToken Abandon => abandon.Token;

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync();
        await requests.DisposeAsync();
        abandon.Dispose();
    }

    private static void Request(DbCommand command)
    {
        try
        {
            command.Cancel();
        }
        catch (Exception e) when (DatabaseFailures.IsExpected(e) || e is ObjectDisposedException)
        {
            // The server is not reachable for the request; the connection is given up in time.
        }
    }
}
