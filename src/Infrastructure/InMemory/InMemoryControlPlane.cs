using System.Threading.Channels;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Queue;

namespace Causum.Infrastructure.InMemory;

/// <summary>Plays the control plane at an <see cref="InMemoryBroker"/> of the same process.</summary>
internal sealed class InMemoryControlPlane(InMemoryBroker broker) : IControlPlane
{
    /// <summary>The broker is always there.</summary>
    public Task<Option<string>> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(Option<string>.None);

    public Task<EntryId> SendAsync(string type, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        Task.FromResult(broker.Send(type, data));

    public async IAsyncEnumerable<EncodedMessage> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var both = Channel.CreateUnbounded<EncodedMessage>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pumps = Task.WhenAll(
            PumpAsync(broker.ReadResultsAsync(stop.Token), both.Writer),
            PumpAsync(broker.ReadTelemetryAsync(stop.Token), both.Writer)
        );
        try
        {
            await foreach (var message in both.Reader.ReadAllAsync(cancellationToken))
                yield return message;
        }
        finally
        {
            await stop.CancelAsync();
            await pumps;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task PumpAsync(IAsyncEnumerable<EncodedMessage> from, ChannelWriter<EncodedMessage> to)
    {
        try
        {
            await foreach (var message in from)
                await to.WriteAsync(message);
        }
        catch (OperationCanceledException)
        {
            // The reader has gone; there is nobody left to tell.
        }
    }
}
