using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.DuckDb;

/// <summary>Needs <see cref="Databases.DatabaseOptions"/>, <see cref="TimeProvider"/> and logging.</summary>
public static class DuckDbModule
{
    public static IServiceCollection AddDuckDb(this IServiceCollection services) =>
        services.AddSingleton<IDatabaseConnector, DuckDbConnector>();
}
