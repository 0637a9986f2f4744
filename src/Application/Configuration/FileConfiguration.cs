namespace Causum.Application.Configuration;

/// <summary>The configuration that stands in the operator's own file (<c>runtime:</c>), as a JSON payload.</summary>
public sealed record FileConfiguration(Option<ReadOnlyMemory<byte>> Payload)
{
    public static readonly FileConfiguration None = new(Option<ReadOnlyMemory<byte>>.None);
}
