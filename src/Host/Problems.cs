using Causum.Domain.Input;

namespace Causum.Host;

/// <summary>Faults as a person reads them: what, where, what to do next. They hold no values, so they may be shown.</summary>
internal static class Problems
{
    public static void Write(TextWriter output, IReadOnlyCollection<InputError> errors, string next)
    {
        if (errors.Count == 1)
            output.WriteLine($"ConfigurationError: {errors.First()}");
        else
        {
            output.WriteLine($"ConfigurationError: {errors.Count} problems");
            foreach (var error in errors)
                output.WriteLine($"  {error}");
        }
        output.WriteLine($"next: {next}");
    }

    /// <summary>One fault that is none of the configuration's.</summary>
    public static void Write(TextWriter output, string fault, string next)
    {
        output.WriteLine($"error: {fault}");
        output.WriteLine($"next: {next}");
    }

    public static void Warn(TextWriter output, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
            output.WriteLine($"warning: {warning}");
    }
}
