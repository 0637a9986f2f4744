using Causum.Application.Ports;
using Causum.Domain.Queue;

namespace Causum.Integration.Queue;

/// <summary>The control plane's side of one agent's streams, for the contract tests.</summary>
public interface IQueueSide : IAsyncDisposable
{
    /// <summary>A queue as one process of this instance would make it, not yet opened.</summary>
    ITaskQueue Connect(string instance, TimeSpan claimIdle);

    Task<EntryId> AddAsync(Option<string> type, Option<string> data);

    /// <summary>The data of everything in the results stream.</summary>
    Task<IReadOnlyList<string>> ResultsAsync();

    Task<IReadOnlyList<string>> TelemetryAsync();

    Task<Option<EntryId>> LastAckAsync();
}
