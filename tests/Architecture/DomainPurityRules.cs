using System.Reflection;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Causum.ArchitectureRules;

/// <summary>What makes the property tests trustworthy: the core is a function of its arguments.</summary>
public sealed class DomainPurityRules
{
    [Fact]
    public void Domain_touches_no_file_socket_thread_or_database() =>
        Types()
            .That()
            .ResideInAssembly(CausumArchitecture.Domain)
            .Should()
            .NotDependOnAny(
                Types(includeReferenced: true)
                    .That()
                    .ResideInNamespaceMatching(@"^System\.(IO|Net|Threading|Data|Diagnostics\.Tracing)($|\.)")
            )
            .Because("the property tests rely on a pure core")
            .Check(CausumArchitecture.Loaded);

    [Fact]
    public void Domain_asks_neither_the_clock_nor_chance_nor_the_environment()
    {
        string[] impure =
        [
            "get_Now",
            "get_UtcNow",
            "get_Today",
            "NewGuid",
            "CreateVersion7",
            "get_Shared",
            "GetEnvironmentVariable",
            "get_TickCount",
            "get_TickCount64",
            "GetTimestamp",
        ];
        var calls = CausumArchitecture
            .Loaded.Types.Where(t => t.Assembly.Name.StartsWith("Causum.Domain", StringComparison.Ordinal))
            .SelectMany(t => t.Members)
            .SelectMany(m => m.MemberDependencies, (m, d) => (From: m.FullName, To: d.Target.FullName))
            .Where(c =>
                c.To.StartsWith("System.", StringComparison.Ordinal)
                && impure.Any(i =>
                    c.To.Contains($"::{i}", StringComparison.Ordinal)
                    || c.To.Contains($".{i}(", StringComparison.Ordinal)
                )
            );
        Assert.Empty(calls);
    }

    [Fact]
    public void Domain_signatures_hold_no_task()
    {
        var asynchronous = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Domain)
            .SelectMany(t =>
                t.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(m =>
                typeof(Task).IsAssignableFrom(m.ReturnType)
                || m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            );
        Assert.Empty(asynchronous);
    }

    [Fact]
    public void Public_properties_of_the_core_have_no_setter()
    {
        var mutable = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Domain)
            .Where(t => t.IsPublic || t.IsNestedPublic)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set && !IsInit(set))
            .Select(p => $"{p.DeclaringType}.{p.Name}");
        Assert.Empty(mutable);
    }

    private static bool IsInit(MethodInfo setter) =>
        setter
            .ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
