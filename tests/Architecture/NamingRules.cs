namespace Causum.ArchitectureRules;

/// <summary>Names come from the problem; a name that says nothing hides a missing idea.</summary>
public sealed class NamingRules
{
    private static readonly string[] EmptyWords =
    [
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Manager",
        "Service",
        "Impl",
        "Base",
        "Common",
        "Dto",
        "Processor",
    ];

    private static IEnumerable<Type> All =>
        new[]
        {
            CausumArchitecture.Domain,
            CausumArchitecture.Application,
            CausumArchitecture.Infrastructure,
            CausumArchitecture.Host,
        }.SelectMany(CausumArchitecture.WrittenTypes);

    [Fact]
    public void No_type_ends_in_an_empty_word() =>
        Assert.DoesNotContain(All, t => EmptyWords.Any(w => t.Name.EndsWith(w, StringComparison.Ordinal)));

    [Fact]
    public void No_folder_is_named_after_a_pattern() =>
        Assert.DoesNotContain(
            All,
            t =>
                t.Namespace!.Split('.')
                    .Any(part =>
                        part
                            is "Models"
                                or "Interfaces"
                                or "Enums"
                                or "Exceptions"
                                or "Extensions"
                                or "Queries"
                                or "Validators"
                    )
        );

    [Fact]
    public void Task_returning_methods_end_in_Async()
    {
        var unmarked = All.Where(t =>
                t.Namespace!.StartsWith("Causum.Application", StringComparison.Ordinal)
                || t.Namespace.StartsWith("Causum.Infrastructure", StringComparison.Ordinal)
            )
            .SelectMany(t =>
                t.GetMethods(
                    System.Reflection.BindingFlags.Public
                        | System.Reflection.BindingFlags.Instance
                        | System.Reflection.BindingFlags.Static
                        | System.Reflection.BindingFlags.DeclaredOnly
                )
            )
            .Where(m =>
                typeof(Task).IsAssignableFrom(m.ReturnType)
                && m.Name != "Handle"
                && !m.IsSpecialName
                && !m.Name.EndsWith("Async", StringComparison.Ordinal)
            )
            .Select(m => $"{m.DeclaringType}.{m.Name}");
        Assert.Empty(unmarked);
    }

    [Fact]
    public void Application_and_Domain_classes_are_sealed_static_or_a_union()
    {
        var open = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Domain)
            .Concat(CausumArchitecture.WrittenTypes(CausumArchitecture.Application))
            .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false });
        Assert.Empty(open);
    }

    [Fact]
    public void Handlers_are_internal_and_only_the_dispatcher_sends()
    {
        var handlers = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Application)
            .Where(t =>
                t.GetInterfaces()
                    .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(MediatR.IRequestHandler<,>))
            )
            .ToList();
        Assert.NotEmpty(handlers);
        Assert.All(handlers, t => Assert.False(t.IsPublic, $"{t} is public"));
        var senders = CausumArchitecture
            .WrittenTypes(CausumArchitecture.Application)
            .Where(t =>
                t.GetConstructors(
                        System.Reflection.BindingFlags.Public
                            | System.Reflection.BindingFlags.NonPublic
                            | System.Reflection.BindingFlags.Instance
                    )
                    .Any(c =>
                        c.GetParameters()
                            .Any(p =>
                                p.ParameterType == typeof(MediatR.ISender)
                                || p.ParameterType == typeof(MediatR.IMediator)
                            )
                    )
            );
        Assert.All(senders, t => Assert.Equal("TaskDispatcher", t.Name));
    }

    [Fact]
    public void LanguageExt_effects_and_async_monads_are_not_used()
    {
        string[] banned =
        [
            "LanguageExt.EitherAsync",
            "LanguageExt.OptionAsync",
            "LanguageExt.TryAsync",
            "LanguageExt.Aff",
            "LanguageExt.Eff",
        ];
        var users =
            from type in CausumArchitecture.Loaded.Types
            where type.FullName.StartsWith("Causum.", StringComparison.Ordinal)
            from dependency in type.Dependencies
            where banned.Any(b => dependency.Target.FullName.StartsWith(b + "`", StringComparison.Ordinal))
            select $"{type.FullName} -> {dependency.Target.FullName}";
        Assert.Empty(users.Distinct());
    }
}
