using System.Diagnostics;

namespace Causum.Domain.Settings;

/// <summary>Where the key of the tokens is read from. Always local: never through the store that a remote configuration chose.</summary>
public abstract record TokenKeySource
{
    private TokenKeySource() { }

    public sealed record EnvironmentVariable(string Name) : TokenKeySource;

    public sealed record File(string Path) : TokenKeySource;

    /// <summary>Whatever <c>AGENT_TOKEN_KEY_FILE</c> names, and that it must name one.</summary>
    public sealed record Required : TokenKeySource;

    public T Match<T>(Func<EnvironmentVariable, T> environmentVariable, Func<File, T> file, Func<T> required) =>
        this switch
        {
            EnvironmentVariable source => environmentVariable(source),
            File source => file(source),
            Required => required(),
            _ => throw new UnreachableException(),
        };
}
