using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.Keys;

/// <summary>Where token keys are read from.</summary>
public static class KeysModule
{
    public static IServiceCollection AddTokenKeys(this IServiceCollection services) =>
        services.AddSingleton<ITokenKeyReader, LocalTokenKeys>();
}
