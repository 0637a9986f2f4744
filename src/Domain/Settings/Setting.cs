namespace Causum.Domain.Settings;

/// <summary>One thing that can be set, under each of its names.</summary>
/// <param name="Variable">The environment variable.</param>
/// <param name="FileKey">The key in the YAML file, dots between levels.</param>
/// <param name="Purpose">One line for the template and the help.</param>
/// <param name="Example">A value fit for the template.</param>
/// <param name="Secret">Never shown unless asked for.</param>
public sealed record Setting(string Variable, string FileKey, string Purpose, string Example, bool Secret = false)
{
    /// <summary>The command-line flag, where there is one.</summary>
    public Option<string> Flag { get; init; }

    public Option<string> Default { get; init; }

    /// <summary>Several values: a list in the file, separated by commas in the variable.</summary>
    public bool Several { get; init; }

    public bool Equals(Setting? other) => other is not null && Variable == other.Variable;

    public override int GetHashCode() => Variable.GetHashCode(StringComparison.Ordinal);
}
