using System.Globalization;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using DuckDB.NET.Data;

namespace Causum.Infrastructure.DuckDb;

/// <summary>How the engine is started: on one file, read-only, without the network, other files or code from elsewhere, and with all of that locked.</summary>
internal sealed record DuckDbSettings(string Path, string ConnectionString, Option<string> Schema)
{
    public static Either<TaskFailure, DuckDbSettings> Create(
        DatabaseConfig config,
        IReadOnlyDictionary<string, Secret> secrets,
        IReadOnlyList<string> dataDirs
    )
    {
        var settings = new ConnectionSettings(config, secrets);
        return from named in settings.Required("path")
            from path in LocalFile.Place(named, dataDirs)
            from threads in Threads(settings.Option("threads"))
            select new DuckDbSettings(
                path,
                new DuckDBConnectionStringBuilder
                {
                    DataSource = path,
                    AccessMode = DuckDBAccessMode.ReadOnly,
                    EnableExternalAccess = false,
                    AutoinstallKnownExtensions = false,
                    AutoloadKnownExtensions = false,
                    AllowCommunityExtensions = false,
                    AllowUnsignedExtensions = false,
                    AllowPersistentSecrets = false,
                    LockConfiguration = true,
                    MemoryLimit = settings.Option("memory_limit").IfNone("1GB"),
                    Threads = threads,
                }.ConnectionString,
                config.Schema
            );
    }

    private static Either<TaskFailure, int> Threads(Option<string> option) =>
        option.Case is not string text ? Math.Min(4, Environment.ProcessorCount)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
        && threads is >= 1 and <= 64
            ? threads
        : TaskFailure.Configuration(Component.Database, "database.options.threads must be a number from 1 to 64.");
}
