using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.MySql;

/// <summary>Needs <see cref="Databases.DatabaseOptions"/>, <see cref="TimeProvider"/> and logging.</summary>
public static class MySqlModule
{
    public static IServiceCollection AddMySql(this IServiceCollection services) =>
        services.AddSingleton<IDatabaseConnector, MySqlDatabaseConnector>();
}
