using Causum.Application.Configuration;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Application.Worker;
using Causum.Domain.Config;
using Causum.Domain.Messages;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causum.Integration.Queue;

/// <summary>A worker on any queue, with nothing behind it but the handlers of the test.</summary>
internal static class WorkerParts
{
    public static Configurator Configurator(AgentSettings settings, TimeProvider time) =>
        new(
            [],
            new NoModel(),
            [new NoSecrets()],
            new NoState(),
            LocalPolicy.None,
            settings,
            FileConfiguration.None,
            time,
            NullLogger<Configurator>.Instance
        );

    public static AgentWorker Worker(
        ITaskQueue queue,
        ISender handlers,
        Configurator configurator,
        AgentSettings settings,
        Metrics metrics,
        TimeProvider time,
        ILogger<AgentWorker>? log = null
    ) =>
        new(
            queue,
            new TaskDispatcher(handlers, time, NullLogger<TaskDispatcher>.Instance),
            configurator,
            settings,
            new AgentProcess("1.0.0", "host", 42, new Capabilities(TaskTypes.All, [], [], [])),
            metrics,
            time,
            log ?? NullLogger<AgentWorker>.Instance
        );

    private sealed class NoModel : ILanguageModelConnector
    {
        public Either<TaskFailure, ILanguageModel> Open(
            LlmConfig config,
            IReadOnlyDictionary<string, Secret> secrets
        ) => TaskFailure.LlmNotConfigured();
    }

    private sealed class NoSecrets : ISecretProvider
    {
        public string Name => "env";

        public bool Serves(SecretStore store) => true;

        public Task<Either<TaskFailure, Secret>> ReadAsync(
            SecretStore store,
            SecretReference reference,
            CancellationToken cancellationToken
        ) => Task.FromResult<Either<TaskFailure, Secret>>(TaskFailure.SecretProvider("none", "there is none"));
    }

    private sealed class NoState : IStateStore
    {
        public string Location => "nowhere";

        public Option<byte[]> Read(string name) => None;

        public bool Write(string name, ReadOnlySpan<byte> content) => true;
    }
}
