using Causum.Application.Ports;
using Causum.Application.Redaction;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Secrets;

/// <summary>Tells the redactor of every secret that any store gives, before anyone else can print it.</summary>
internal sealed class RememberedSecrets(ISecretProvider inner, KnownSecrets known) : ISecretProvider
{
    public string Name => inner.Name;

    public bool Serves(SecretStore store) => inner.Serves(store);

    public async Task<Either<TaskFailure, Secret>> ReadAsync(
        SecretStore store,
        SecretReference reference,
        CancellationToken cancellationToken
    )
    {
        var read = await inner.ReadAsync(store, reference, cancellationToken);
        read.IfRight(known.Add);
        return read;
    }
}
