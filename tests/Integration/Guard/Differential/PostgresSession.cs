using System.Diagnostics;
using System.Net.Sockets;

namespace Causum.Integration.Guard.Differential;

/// <summary>Texts over one connection that may be killed on the way.</summary>
internal static class PostgresSession
{
    public static async Task<RunOutcome> RunAsync(PostgresWire wire, string text)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await EndedAsync(wire.QueryAsync(text));
        return new(
            answer.Count,
            answer.Error,
            Stopwatch.GetElapsedTime(start),
            answer.Rows.Any(row => row.Any(Canary.IsIn))
        );
    }

    /// <summary>The answer, or that the connection is gone.</summary>
    public static async Task<WireAnswer> EndedAsync(Task<WireAnswer> run)
    {
        try
        {
            return await run;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            return new(0, [], "connection lost: " + e.Message);
        }
    }

    public static async Task<bool> AliveAsync(PostgresWire wire) =>
        (await EndedAsync(wire.QueryAsync("SELECT 1"))).Error is null;
}
