using System.Diagnostics;

namespace Causum.Domain.Config;

/// <summary>Which store the references of a configuration are read from.</summary>
public abstract record SecretStore
{
    private SecretStore() { }

    /// <summary>Environment variables of the agent's own process.</summary>
    public sealed record EnvironmentVariables : SecretStore;

    public T Match<T>(Func<T> environment) =>
        this switch
        {
            EnvironmentVariables => environment(),
            _ => throw new UnreachableException(),
        };
}
