namespace Causum.Domain.Sql;

/// <summary>What the catalog says of a routine that bears on whether it only reads.</summary>
public enum RoutineTrait : byte
{
    /// <summary>Declared to read at most.</summary>
    Reads,

    /// <summary>PostgreSQL: VOLATILE, which is also what a routine is that nobody declared otherwise.</summary>
    Volatile,

    /// <summary>PostgreSQL: runs with its owner's rights.</summary>
    SecurityDefiner,

    /// <summary>MySQL, MariaDB: declared to write, or not declared at all.</summary>
    Undeclared,

    /// <summary>MySQL, MariaDB: from a library of machine code, of which nothing is declared.</summary>
    Loaded,

    /// <summary>The catalog could not be asked, or has no such routine.</summary>
    Unknown,
}

/// <summary>One way to reach a routine, as the catalog spells it.</summary>
/// <param name="Schema">Empty for what has none.</param>
/// <param name="OnPath">Found without its schema too.</param>
/// <param name="Origin">The extension that brought it, <c>pg_catalog</c> for what comes with the server, else empty.</param>
/// <param name="Fewest">Arguments it can be called with.</param>
/// <param name="Most">Arguments it can be called with.</param>
/// <param name="Needs">
/// Names without which no value of its operand types can be in a query (types, tables, functions); it runs only if the text has one of them. Empty: always.
/// </param>
public sealed record RoutineFact(
    RoutineUseKind Kind,
    string Schema,
    string Name,
    bool OnPath,
    RoutineTrait Trait,
    string Origin = "",
    int Fewest = 0,
    int Most = int.MaxValue,
    IReadOnlyList<string>? Needs = null
);

internal static class RoutineTraits
{
    /// <summary>What a person can do about it.</summary>
    public static string Sentence(this RoutineTrait trait) =>
        trait switch
        {
            RoutineTrait.Volatile =>
                "What runs here is marked VOLATILE in the database, so nothing tells that it only reads: let its owner mark it STABLE or IMMUTABLE if that is true, or offer its result in a view.",
            RoutineTrait.SecurityDefiner =>
                "What runs here has its owner's rights (SECURITY DEFINER): let its owner make it SECURITY INVOKER, or offer its result in a view.",
            RoutineTrait.Undeclared =>
                "The function called here is not declared to read only: let its owner declare it READS SQL DATA, NO SQL or DETERMINISTIC if that is true, or offer its result in a view.",
            RoutineTrait.Loaded =>
                "The function called here comes from a loaded library, and nothing tells what it does: let a stored function declared NO SQL or READS SQL DATA call it.",
            RoutineTrait.Unknown =>
                "The catalog that the login can read does not tell what runs here: check the name, or grant the login the rights that docs/security.md names.",
            RoutineTrait.Reads => throw new System.Diagnostics.UnreachableException(),
        };
}
