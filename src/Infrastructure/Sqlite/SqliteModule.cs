using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.Sqlite;

/// <summary>Needs <see cref="Databases.DatabaseOptions"/>, <see cref="TimeProvider"/> and logging.</summary>
public static class SqliteModule
{
    public static IServiceCollection AddSqlite(this IServiceCollection services) =>
        services.AddSingleton<IDatabaseConnector, SqliteConnector>();
}
