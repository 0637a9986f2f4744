using Causum.Domain.Sql;

namespace Causum.Infrastructure.Databases;

/// <summary>A session of a database that people can add routines to: asks its catalog what they do.</summary>
internal interface IRoutineLookup
{
    /// <summary>One round trip for all that is found without a schema and all that lies in the named ones.</summary>
    Task<KnownRoutines> RoutinesAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellationToken);
}

/// <param name="Path">The schemas that were asked about without being named.</param>
internal sealed record KnownRoutines(RoutineCatalog Catalog, IReadOnlyList<string> Path);
