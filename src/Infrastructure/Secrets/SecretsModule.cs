using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.Secrets;

/// <summary>Needs <see cref="Application.Redaction.KnownSecrets"/>.</summary>
public static class SecretsModule
{
    public static IServiceCollection AddSecretStores(this IServiceCollection services) =>
        services.AddSingleton<ISecretProvider, EnvironmentSecrets>().Decorate<ISecretProvider, RememberedSecrets>();
}
