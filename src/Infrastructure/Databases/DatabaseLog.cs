using Causum.Domain.Config;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.Databases;

internal static partial class DatabaseLog
{
    /// <summary>The driver's text stays out even here: it quotes values, hosts and users.</summary>
    [LoggerMessage(
        EventId = 3001,
        Level = LogLevel.Debug,
        Message = "{DatabaseType}: {Category} (vendor code {VendorCode}, {ExceptionType})"
    )]
    public static partial void Failed(
        ILogger logger,
        DatabaseType databaseType,
        string category,
        string vendorCode,
        string exceptionType
    );
}
