using Causum.Infrastructure.Databases;

namespace Causum.Integration.Databases;

/// <summary>Asks a real session, or a fresh one each time, and counts how often.</summary>
internal sealed class CountedLookup(IAdoDriver driver) : IRoutineLookup
{
    public int Asked { get; private set; }

    public async Task<KnownRoutines> RoutinesAsync(
        IReadOnlyCollection<string> schemas,
        CancellationToken cancellationToken
    )
    {
        Asked++;
        await using var session = await driver.OpenAsync(cancellationToken);
        return await ((IRoutineLookup)session).RoutinesAsync(schemas, cancellationToken);
    }
}
