using Microsoft.Extensions.DependencyInjection;

namespace Causum.Application.Configuration;

public static class ConfigurationModule
{
    /// <summary>Needs the connectors, the secret and state stores, the settings, the policy and a <see cref="FileConfiguration"/>.</summary>
    public static IServiceCollection AddConfiguration(this IServiceCollection services) =>
        services.AddSingleton<Configurator>();
}
