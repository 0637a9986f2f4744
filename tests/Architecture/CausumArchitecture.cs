using System.Reflection;
using ArchUnitNET.Loader;

namespace Causum.ArchitectureRules;

/// <summary>The product's assemblies, loaded once with what they refer to.</summary>
internal static class CausumArchitecture
{
    public static readonly Assembly Domain = typeof(Domain.Tasks.TaskId).Assembly;
    public static readonly Assembly Application = typeof(Application.Ports.ITaskQueue).Assembly;
    public static readonly Assembly Infrastructure = Assembly.Load("Causum.Infrastructure");
    public static readonly Assembly Host = Assembly.Load("agent");

    public static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader()
        .LoadAssembliesIncludingDependencies(Domain, Application, Infrastructure, Host)
        .Build();

    /// <summary>Types written by a person, not by the compiler.</summary>
    public static IEnumerable<System.Type> WrittenTypes(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t =>
                !t.Name.Contains('<', StringComparison.Ordinal)
                && t.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) != true
                && !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
                && t.Namespace?.StartsWith("Causum", StringComparison.Ordinal) == true
            );
}
