using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.DuckDb;

internal sealed class DuckDbConnector(DatabaseOptions options, TimeProvider clock, ILogger<AdoDatabase> logger)
    : IDatabaseConnector
{
    public IReadOnlyList<DatabaseType> Types { get; } = [DatabaseType.Duckdb];

    public Either<TaskFailure, IDatabase> Open(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        DuckDbSettings
            .Create(config, secrets, options.DataDirs)
            .Map<IDatabase>(settings => new AdoDatabase(
                new DuckDbDriver(settings, options.DataDirs),
                config.Schema,
                options,
                clock,
                logger
            ));
}
