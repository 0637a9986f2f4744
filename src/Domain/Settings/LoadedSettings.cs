using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>Flags, environment and file brought together, with what could not be read.</summary>
/// <param name="Runtime">The file's <c>runtime:</c> part.</param>
public sealed record LoadedSettings(RawSettings Raw, Option<DocumentNode> Runtime, IReadOnlyList<InputError> Errors);

/// <summary>The name of this instance and where it is kept.</summary>
/// <param name="Warning">Why it is a new one, or why it will not be the same after a restart.</param>
public sealed record InstanceIdentity(string Id, string Place, Option<string> Warning);
