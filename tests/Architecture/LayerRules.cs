using System.Reflection;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Causum.ArchitectureRules;

/// <summary>Dependencies point inwards only: Host → Infrastructure → Application → Domain.</summary>
public sealed class LayerRules
{
    [Fact]
    public void Domain_refers_to_the_base_library_and_LanguageExt_alone()
    {
        var foreign = CausumArchitecture
            .Domain.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name =>
                !name.StartsWith("System.", StringComparison.Ordinal)
                && name is not ("LanguageExt.Core" or "netstandard" or "System")
            );
        Assert.Empty(foreign);
    }

    [Fact]
    public void Domain_does_not_know_the_other_layers() =>
        Types()
            .That()
            .ResideInAssembly(CausumArchitecture.Domain)
            .Should()
            .NotDependOnAny(
                Types()
                    .That()
                    .ResideInAssembly(
                        CausumArchitecture.Application,
                        CausumArchitecture.Infrastructure,
                        CausumArchitecture.Host
                    )
            )
            .Because("the core decides and knows nothing of who carries out")
            .Check(CausumArchitecture.Loaded);

    [Fact]
    public void Application_does_not_know_the_adapters_or_the_host() =>
        Types()
            .That()
            .ResideInAssembly(CausumArchitecture.Application)
            .Should()
            .NotDependOnAny(Types().That().ResideInAssembly(CausumArchitecture.Infrastructure, CausumArchitecture.Host))
            .Because("an adapter can be swapped without touching a use case")
            .Check(CausumArchitecture.Loaded);

    [Fact]
    public void Application_refers_to_no_driver_or_client()
    {
        string[] allowed =
        [
            "Causum.Domain",
            "LanguageExt.Core",
            "MediatR",
            "MediatR.Contracts",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.DependencyInjection",
        ];
        var foreign = CausumArchitecture
            .Application.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !allowed.Contains(name));
        Assert.Empty(foreign);
    }

    [Fact]
    public void Nothing_refers_to_the_host()
    {
        Assembly[] inner =
        [
            CausumArchitecture.Domain,
            CausumArchitecture.Application,
            CausumArchitecture.Infrastructure,
        ];
        Assert.All(inner, a => Assert.DoesNotContain(a.GetReferencedAssemblies(), r => r.Name == "agent"));
    }

    [Fact]
    public void The_host_implements_no_port()
    {
        var ports = CausumArchitecture.Application.GetTypes().Where(IsPort).ToList();
        Assert.NotEmpty(ports);
        Assert.DoesNotContain(
            CausumArchitecture.WrittenTypes(CausumArchitecture.Host),
            t => !t.IsInterface && ports.Exists(p => p.IsAssignableFrom(t))
        );
    }

    [Fact]
    public void Public_interfaces_of_the_application_live_in_Ports() =>
        Assert.All(
            CausumArchitecture.Application.GetExportedTypes().Where(t => t.IsInterface),
            t => Assert.Equal("Causum.Application.Ports", t.Namespace)
        );

    private static bool IsPort(Type type) =>
        type is { IsInterface: true, IsPublic: true, Namespace: "Causum.Application.Ports" };
}
