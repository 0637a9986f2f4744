using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.MySql;

internal sealed class MySqlDatabaseConnector(DatabaseOptions options, TimeProvider clock, ILogger<AdoDatabase> logger)
    : IDatabaseConnector
{
    public IReadOnlyList<DatabaseType> Types { get; } = [DatabaseType.Mysql, DatabaseType.Mariadb];

    public Either<TaskFailure, IDatabase> Open(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        MySqlCredentials
            .Create(config, secrets, options.StatementTimeout, clock.GetUtcNow())
            .Map<IDatabase>(credentials => new AdoDatabase(
                new MySqlDriver(config.Type, credentials, options.StatementTimeout),
                config.Schema,
                options,
                clock,
                logger
            ));
}
