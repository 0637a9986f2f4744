using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Application.Ports;

/// <summary>Reads secrets from one kind of store.</summary>
public interface ISecretProvider
{
    /// <summary>The store's name in the protocol: <c>env</c>, <c>file</c>, <c>vault</c>, <c>k8s</c>.</summary>
    string Name { get; }

    bool Serves(SecretStore store);

    /// <summary>Left: <c>secret_provider_error</c> naming the reference.</summary>
    Task<Either<TaskFailure, Secret>> ReadAsync(
        SecretStore store,
        SecretReference reference,
        CancellationToken cancellationToken
    );
}
