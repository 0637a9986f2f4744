using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>What became of a config payload: the configuration or all its faults, and what was ignored or taken differently than written.</summary>
/// <param name="ConfigId">Told even where the config is refused.</param>
public sealed record ParsedConfig(
    Option<string> ConfigId,
    Validation<InputError, AgentConfig> Config,
    IReadOnlyList<ConfigWarning> Warnings
);

/// <summary>Something in a config that is no fault. It names fields, never values.</summary>
/// <param name="KnownNames">For an unknown field: the names that stand there; a file that is read strictly turns it into an error.</param>
public sealed record ConfigWarning(FieldPath Path, string Message, Option<IReadOnlyList<string>> KnownNames)
{
    public override string ToString() => $"{Path}: {Message}";
}

/// <summary>What the parser must know of this build and this machine.</summary>
/// <param name="Databases">Types that have an adapter.</param>
/// <param name="DataDirectories">Absolute folders that a database file must lie in; empty: anywhere.</param>
/// <param name="AllowInsecureEndpoints">Plain HTTP beyond loopback.</param>
public sealed record ConfigRules(
    IReadOnlyCollection<DatabaseType> Databases,
    IReadOnlyList<string> DataDirectories,
    bool AllowInsecureEndpoints
);
