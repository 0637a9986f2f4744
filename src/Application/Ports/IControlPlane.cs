using Causum.Application.Wire;
using Causum.Domain.Queue;

namespace Causum.Application.Ports;

/// <summary>The other end of an agent's streams, for a person who plays the control plane: <c>agent task run</c> and the demonstration.</summary>
public interface IControlPlane : IAsyncDisposable
{
    /// <summary>Connects, once. None: open; else why not, in a sentence without secrets.</summary>
    Task<Option<string>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Adds an entry to the tasks stream.</summary>
    Task<EntryId> SendAsync(string type, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>What agents publish to both outgoing streams after <see cref="OpenAsync"/>, in the order of each stream, until cancelled.</summary>
    IAsyncEnumerable<EncodedMessage> ReadAsync(CancellationToken cancellationToken);
}
