using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Secrets;

/// <summary>Environment variables of the agent's own process. An empty one counts as missing.</summary>
internal sealed class EnvironmentSecrets : ISecretProvider
{
    public string Name => "env";

    public bool Serves(SecretStore store) => store.Match(environment: () => true);

    public Task<Either<TaskFailure, Secret>> ReadAsync(
        SecretStore store,
        SecretReference reference,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Environment.GetEnvironmentVariable(reference.Name) is { Length: > 0 } value
                ? Right<TaskFailure, Secret>(new Secret(value))
                : Left<TaskFailure, Secret>(
                    TaskFailure.SecretProvider(reference.Name, "the agent's environment has no such variable")
                )
        );
}
