using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Postgres;

internal sealed class PostgresConnector(DatabaseOptions options, TimeProvider clock, ILogger<AdoDatabase> logger)
    : IDatabaseConnector
{
    public IReadOnlyList<DatabaseType> Types { get; } = [DatabaseType.Postgresql];

    public Either<TaskFailure, IDatabase> Open(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        PostgresCredentials
            .Create(config, secrets, options.StatementTimeout, clock.GetUtcNow())
            .Map<IDatabase>(credentials => new AdoDatabase(
                new PostgresDriver(credentials),
                config.Schema,
                options,
                clock,
                logger
            ));
}
