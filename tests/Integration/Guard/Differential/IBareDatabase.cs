using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>A real server or engine with nothing between a text and a powerful login: no read-only session, several statements in one text, everything committed.</summary>
internal interface IBareDatabase : IAsyncDisposable
{
    SqlDialect Dialect { get; }

    /// <summary>What the server itself says that it knows: its functions and its words.</summary>
    Vocabulary Vocabulary { get; }

    Task<IBareSession> OpenAsync();

    /// <summary>Makes the database as it was at first, whatever was done to it.</summary>
    Task ResetAsync();

    /// <summary>Whether the text spends its time waiting rather than computing.</summary>
    Task<bool> WaitsAsync(string text);
}

internal interface IBareSession : IAsyncDisposable
{
    /// <summary>Sends the text as it is; the time limit of the tests ends what computes too long.</summary>
    Task<RunOutcome> RunAsync(string text);

    /// <summary>Looks at the database from within the session and from outside it.</summary>
    Task<BareState> LookAsync();
}

/// <param name="Rows">Rows of all results.</param>
/// <param name="Error">The server's own error code or text; null where it ran.</param>
/// <param name="Elapsed">From sending to the last row.</param>
/// <param name="ShowsFile">The rows hold what stands only in a file of the server.</param>
internal sealed record RunOutcome(long Rows, string? Error, TimeSpan Elapsed, bool ShowsFile);
