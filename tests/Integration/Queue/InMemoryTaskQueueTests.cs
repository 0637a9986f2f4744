using System.Text;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Queue;
using Causum.Infrastructure.InMemory;

namespace Causum.Integration.Queue;

public sealed class InMemoryTaskQueueTests : TaskQueueContract
{
    protected override IQueueSide MakeSide() => new BrokerSide();

    private sealed class BrokerSide : IQueueSide
    {
        private readonly InMemoryBroker broker = new(TimeProvider.System);

        public ITaskQueue Connect(string instance, TimeSpan claimIdle) =>
            new InMemoryTaskQueue(broker, instance, new ClaimTiming(claimIdle));

        public Task<EntryId> AddAsync(Option<string> type, Option<string> data) =>
            Task.FromResult(broker.Send(type, data.Map(d => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(d))));

        public Task<IReadOnlyList<string>> ResultsAsync() => Task.FromResult(Texts(broker.Results));

        public Task<IReadOnlyList<string>> TelemetryAsync() => Task.FromResult(Texts(broker.Telemetry));

        public Task<Option<EntryId>> LastAckAsync() => Task.FromResult(broker.LastAck);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static IReadOnlyList<string> Texts(IReadOnlyList<EncodedMessage> messages) =>
            [.. messages.Select(m => Encoding.UTF8.GetString(m.Data.Span))];
    }
}
