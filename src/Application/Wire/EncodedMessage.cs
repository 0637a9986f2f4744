using Causum.Domain.Messages;

namespace Causum.Application.Wire;

/// <summary>A message in its final bytes: what is audited is what is sent.</summary>
/// <param name="Type">The entry's <c>type</c> field.</param>
/// <param name="Data">The entry's <c>data</c> field, one UTF-8 JSON object.</param>
public sealed record EncodedMessage(string Type, Outlet Outlet, ReadOnlyMemory<byte> Data);
