namespace Causum.Application.Tasks;

/// <summary>Bounds that no task can lift.</summary>
/// <param name="MaxResultBytes">Of an encoded result; rows beyond it are cut, text beyond it is refused.</param>
public sealed record TaskLimits(long MaxResultBytes)
{
    public static readonly TaskLimits Default = new(MaxResultBytes: 8 * 1024 * 1024);
}
