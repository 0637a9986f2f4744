namespace Causum.Integration.Guard.Differential;

/// <summary>The material that texts of one dialect are made of.</summary>
internal sealed record Vocabulary
{
    /// <summary>Functions of the server's own catalog.</summary>
    public required IReadOnlyList<CallableFunction> Functions { get; init; }

    /// <summary>A value of the named type, as SQL.</summary>
    public required Func<string, Random, string> Argument { get; init; }

    /// <summary>Keywords of the server's own list.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Statements each of which changes what the comparison looks at when it runs.</summary>
    public required IReadOnlyList<string> Acts { get; init; }

    /// <summary>Expressions each of which changes what the comparison looks at when a query computes it.</summary>
    public required IReadOnlyList<string> ActingExpressions { get; init; }

    /// <summary>Reads that come out with rows.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>The texts with the place where a planted file would be seen.</summary>
    public static IReadOnlyList<string> In(string folder, IReadOnlyList<string> texts) =>
        [.. texts.Select(text => text.Replace("{folder}", folder, StringComparison.Ordinal))];
}

/// <param name="Schema">Empty where the dialect has none for its functions.</param>
internal sealed record CallableFunction(string Schema, string Name, IReadOnlyList<string> Parameters);
