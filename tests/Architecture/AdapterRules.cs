namespace Causum.ArchitectureRules;

/// <summary>An adapter is a folder that no other adapter sees, reachable through its module and its port only.</summary>
public sealed class AdapterRules
{
    /// <summary>Pieces that several adapters share; everything else is an adapter of its own.</summary>
    private static readonly string[] SharedFolders = ["Databases", "Tls"];

    [Fact]
    public void Adapters_are_internal_and_sealed_except_their_modules()
    {
        var exposed = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Infrastructure)
            .Where(t => t.IsPublic && !t.Name.EndsWith("Module", StringComparison.Ordinal) && !IsMadeForTheHost(t));
        Assert.Empty(exposed);
        var open = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Infrastructure)
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false });
        Assert.Empty(open);
    }

    [Fact]
    public void Adapter_folders_do_not_see_each_other()
    {
        var crossings =
            from type in CausumArchitecture.Loaded.Types
            where type.Namespace.FullName.StartsWith("Causum.Infrastructure.", StringComparison.Ordinal)
            let own = Folder(type.Namespace.FullName)
            from dependency in type.Dependencies
            let target = dependency.Target.Namespace?.FullName ?? ""
            where target.StartsWith("Causum.Infrastructure.", StringComparison.Ordinal)
            where dependency.Target.FullName.StartsWith("Causum.", StringComparison.Ordinal) // not a generic of the base library
            let other = Folder(target)
            where other != own && !SharedFolders.Contains(other)
            select $"{type.FullName} -> {dependency.Target.FullName}";
        Assert.Empty(crossings.Distinct());
    }

    [Fact]
    public void Every_port_has_an_adapter()
    {
        var ports = CausumArchitecture
            .Application.GetExportedTypes()
            .Where(t => t is { IsInterface: true, Namespace: "Causum.Application.Ports" } && t.Name != "IRowSink");
        var adapters = CausumArchitecture
            .Infrastructure.GetTypes()
            .Where(t => !t.IsInterface && !t.IsAbstract)
            .ToList();
        Assert.All(ports, p => Assert.Contains(adapters, a => p.IsAssignableFrom(a)));
    }

    /// <summary>Options that the composition root fills in, and the broker that the demo talks to.</summary>
    private static bool IsMadeForTheHost(Type type) =>
        type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name == "InMemoryBroker";

    private static string Folder(string space) => space.Split('.')[2];
}
