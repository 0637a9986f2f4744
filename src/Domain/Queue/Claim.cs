namespace Causum.Domain.Queue;

/// <summary>The hold that one delivery gives on an entry. A later delivery ends it, to another process of the same name too.</summary>
/// <param name="Delivery">The how-manieth delivery it was, from 1. None where Redis did not tell; then only the consumer's name is compared.</param>
public readonly record struct Claim(EntryId Entry, Option<int> Delivery);
