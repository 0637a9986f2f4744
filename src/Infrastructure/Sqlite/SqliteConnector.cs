using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Sqlite;

internal sealed class SqliteConnector(DatabaseOptions options, TimeProvider clock, ILogger<AdoDatabase> logger)
    : IDatabaseConnector
{
    public IReadOnlyList<DatabaseType> Types { get; } = [DatabaseType.Sqlite];

    public Either<TaskFailure, IDatabase> Open(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        new ConnectionSettings(config, secrets)
            .Required("path")
            .Bind(path => LocalFile.Place(path, options.DataDirs))
            .Map<IDatabase>(path => new AdoDatabase(
                new SqliteDriver(path, options.DataDirs),
                config.Schema,
                options,
                clock,
                logger
            ));
}
