using System.Reflection;

namespace Causum.ArchitectureRules;

/// <summary>
/// C# cannot close a record hierarchy: the compiler-made copy constructor is open to any heir. These rules close it, so that a union's own Match is complete.
/// </summary>
public sealed class UnionRules
{
    private static readonly IReadOnlyList<Type> Unions =
    [
        .. CausumArchitecture
            .WrittenTypes(CausumArchitecture.Domain)
            .Concat(CausumArchitecture.WrittenTypes(CausumArchitecture.Application))
            .Where(t => t is { IsClass: true, IsAbstract: true, IsSealed: false }),
    ];

    [Fact]
    public void There_are_unions_to_look_at() => Assert.NotEmpty(Unions);

    [Fact]
    public void Cases_are_nested_in_their_union_and_sealed()
    {
        var heirs = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Domain)
            .Concat(CausumArchitecture.WrittenTypes(CausumArchitecture.Application))
            .Concat(CausumArchitecture.WrittenTypes(CausumArchitecture.Infrastructure))
            .Concat(CausumArchitecture.WrittenTypes(CausumArchitecture.Host))
            .Where(t => t.BaseType is { } parent && Unions.Contains(parent));
        Assert.All(
            heirs,
            t => Assert.True(t.IsSealed && t.DeclaringType == t.BaseType, $"{t} is an open or foreign case")
        );
    }

    [Fact]
    public void Every_union_can_be_matched() =>
        Assert.All(Unions, t => Assert.Contains(t.GetMethods(), m => m.Name == "Match"));

    [Fact]
    public void Match_names_every_case() =>
        Assert.All(
            Unions,
            union =>
            {
                var cases = union
                    .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
                    .Count(t => t.BaseType == union);
                Assert.All(
                    union.GetMethods().Where(m => m.Name == "Match" && m.DeclaringType == union),
                    m => Assert.Equal(cases, m.GetParameters().Length)
                );
            }
        );
}
