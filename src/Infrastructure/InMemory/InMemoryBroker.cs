using System.Runtime.CompilerServices;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;

namespace Causum.Infrastructure.InMemory;

/// <summary>The control plane's side of the three streams, inside this process: the demo and tests add tasks here and read what the agents publish.</summary>
public sealed class InMemoryBroker
{
    private readonly Outgoing results = new();
    private readonly Outgoing telemetry = new();

    public InMemoryBroker(TimeProvider time)
    {
        Time = time;
        Tasks = new TaskStream(time);
    }

    internal TimeProvider Time { get; }

    internal TaskStream Tasks { get; }

    /// <summary>The low-water mark, as the key <c>last_ack</c> holds it.</summary>
    public Option<EntryId> LastAck => Tasks.LastAck;

    /// <summary>Everything published to the results stream so far.</summary>
    public IReadOnlyList<EncodedMessage> Results => results.All;

    /// <summary>Everything published to the telemetry stream so far.</summary>
    public IReadOnlyList<EncodedMessage> Telemetry => telemetry.All;

    /// <summary>Adds an entry to the tasks stream, well-formed or not.</summary>
    public EntryId Send(Option<string> type, Option<ReadOnlyMemory<byte>> data) => Tasks.Add(type, data);

    /// <summary>The results stream from its start and on, until cancelled.</summary>
    public IAsyncEnumerable<EncodedMessage> ReadResultsAsync(CancellationToken cancellationToken) =>
        results.ReadAsync(cancellationToken);

    /// <summary>The telemetry stream from its start and on, until cancelled.</summary>
    public IAsyncEnumerable<EncodedMessage> ReadTelemetryAsync(CancellationToken cancellationToken) =>
        telemetry.ReadAsync(cancellationToken);

    /// <summary>Gives the message's ID in its stream.</summary>
    internal Option<EntryId> Publish(EncodedMessage message) =>
        (message.Outlet == Outlet.Results ? results : telemetry).Add(message);

    private sealed class Outgoing
    {
        private readonly Lock gate = new();
        private readonly List<EncodedMessage> messages = [];
        private TaskCompletionSource added = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<EncodedMessage> All
        {
            get
            {
                lock (gate)
                    return [.. messages];
            }
        }

        public EntryId Add(EncodedMessage message)
        {
            lock (gate)
            {
                messages.Add(message);
                added.SetResult();
                added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return new EntryId((ulong)messages.Count, 0);
            }
        }

        public async IAsyncEnumerable<EncodedMessage> ReadAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            for (var read = 0; ; )
            {
                List<EncodedMessage> next;
                Task more;
                lock (gate)
                {
                    next = messages[read..];
                    more = added.Task;
                }
                foreach (var message in next)
                    yield return message;
                read += next.Count;
                if (next.Count == 0)
                    await more.WaitAsync(cancellationToken);
            }
        }
    }
}
