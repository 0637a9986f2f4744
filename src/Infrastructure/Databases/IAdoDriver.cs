using System.Data.Common;
using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>What differs between the databases that are reached through an ADO.NET driver; <see cref="AdoDatabase"/> does the rest.</summary>
internal interface IAdoDriver : IAsyncDisposable
{
    DatabaseType Type { get; }

    bool TellsOrigin { get; }

    /// <summary>How long the client waits beyond the server's own time limit before it cancels by itself.</summary>
    TimeSpan Grace { get; }

    CatalogQueries Catalog { get; }

    PlaceholderForm Placeholders { get; }

    /// <summary>Runs the work where it may block: at once for drivers that wait asynchronously, on a thread of its own for those that do not.</summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>A connection with the server's read-only switch on, inside a transaction where there is one.</summary>
    Task<IAdoSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The agent's own words for what the driver threw; nothing of the exception's text.</summary>
    TaskFailure Explain(Exception exception);
}

/// <summary>One task's use of a connection. Disposing it rolls back and gives the connection back, clean.</summary>
internal interface IAdoSession : IAsyncDisposable
{
    Task<ServerFacts> LookAsync(CancellationToken cancellationToken);

    /// <summary>Streams the rows until the sink has enough; cancelling stops the statement on the server.</summary>
    Task ReadAsync(Statement statement, IRowSink sink, CancellationToken cancellationToken);
}

/// <param name="ReadOnly">Whether the server itself says that this session cannot write.</param>
/// <param name="Warnings">What a careful administrator would change about the login or the connection.</param>
internal sealed record ServerFacts(string Version, bool ReadOnly, IReadOnlyList<string> Warnings);

/// <summary>Reads one cell, known not to be NULL, with the driver's typed getter.</summary>
internal delegate Domain.Rows.CellValue CellReader(DbDataReader row, int ordinal);
