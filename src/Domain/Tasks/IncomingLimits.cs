namespace Causum.Domain.Tasks;

/// <summary>The agent's own bounds that hold where a task asks for more.</summary>
/// <param name="DefaultTimeout">Of a task that names none.</param>
/// <param name="MaxRows">Of a query; also its default where that is lower than the protocol's.</param>
public sealed record IncomingLimits(TimeSpan DefaultTimeout, TimeSpan MaxTimeout, int MaxRows)
{
    public static readonly IncomingLimits Default = new(TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(900), 10_000);
}
