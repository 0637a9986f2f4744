using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.Postgres;

/// <summary>Needs <see cref="Databases.DatabaseOptions"/>, <see cref="TimeProvider"/> and logging.</summary>
public static class PostgresModule
{
    public static IServiceCollection AddPostgres(this IServiceCollection services) =>
        services.AddSingleton<IDatabaseConnector, PostgresConnector>();
}
