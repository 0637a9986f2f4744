namespace Causum.Domain.Sql;

/// <summary>How a text makes the server run a routine.</summary>
public enum RoutineUseKind : byte
{
    /// <summary>A name before parentheses, which may also be that of a type.</summary>
    Call,

    /// <summary>A name behind a dot: PostgreSQL calls <c>f(t)</c> for <c>t.f</c> where <c>t</c> has no such column.</summary>
    Attribute,
    Operator,

    /// <summary>A type that a value is turned into.</summary>
    Cast,
}

/// <summary>One place of a text where a routine may run. Names are as the catalog spells them.</summary>
/// <param name="Schema">What stands before the name's dot, or empty.</param>
/// <param name="Arguments">How many are given; 1 for attributes and casts, 0 for operators.</param>
/// <param name="Offset">Of the name, from 0 in UTF-16 units.</param>
public readonly record struct RoutineUse(
    RoutineUseKind Kind,
    ReadOnlyMemory<char> Schema,
    ReadOnlyMemory<char> Name,
    int Arguments,
    int Offset
);
