using Causum.Domain.Sql;

namespace Causum.Infrastructure.Databases;

/// <summary>
/// Decides by the catalog of the database whether what a query calls may run. The whole answer is kept, not single names, so that a routine which shares its name
/// with a harmless one is seen as well. A new configuration opens a new database, and with it a new check.
/// </summary>
internal sealed class RoutineCheck(TimeProvider clock) : IDisposable
{
    /// <summary>How long a routine that was replaced may still be taken for the old one.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    /// <summary>With more schemas than this in one answer the next one begins anew.</summary>
    private const int MostSchemas = 64;

    /// <summary>No schema has a longer name, so there is nothing to ask about one.</summary>
    private const int LongestSchema = 256;

    private sealed record Answer(RoutineCatalog Catalog, IReadOnlySet<string> Schemas, long Taken);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private Answer? kept;

    public async Task<Option<SqlRefusal>> RefuseAsync(
        ReadOnlySql query,
        IRoutineLookup lookup,
        CancellationToken cancellationToken
    )
    {
        var uses = RoutineUses.Of(query);
        if (uses.Count == 0)
            return None;
        var schemas = uses.Where(u => u.Schema.Length is > 0 and <= LongestSchema)
            .Select(u => u.Schema.ToString())
            .ToList();
        var answer = Volatile.Read(ref kept);
        if (answer is null || !Covers(answer, schemas))
            answer = await AskAsync(schemas, lookup, cancellationToken);
        return answer.Catalog.Check(query, uses);
    }

    public void Dispose() => oneAtATime.Dispose();

    private bool Covers(Answer answer, List<string> schemas) =>
        clock.GetElapsedTime(answer.Taken) < Freshness && schemas.TrueForAll(answer.Schemas.Contains);

    private async Task<Answer> AskAsync(
        List<string> schemas,
        IRoutineLookup lookup,
        CancellationToken cancellationToken
    )
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (kept is { } current && Covers(current, schemas))
                return current;
            var wanted = new System.Collections.Generic.HashSet<string>(schemas, StringComparer.Ordinal);
            if (kept is { } before && wanted.Count + before.Schemas.Count <= MostSchemas)
                wanted.UnionWith(before.Schemas);
            var taken = clock.GetTimestamp();
            var found = await lookup.RoutinesAsync(wanted, cancellationToken);
            wanted.UnionWith(found.Path);
            var answer = new Answer(found.Catalog, wanted, taken);
            Volatile.Write(ref kept, answer);
            return answer;
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
