namespace Causum.Domain.Sql;

public enum SqlTokenKind : byte
{
    /// <summary>No token: what a reader sees before the first and after the last one.</summary>
    None,
    Space,
    Comment,

    /// <summary>An unquoted name or keyword.</summary>
    Word,

    /// <summary>A quoted name, with its quotes.</summary>
    Quoted,

    /// <summary>A text, byte or bit literal, with prefix and quotes.</summary>
    Text,
    Number,

    /// <summary>A named parameter of the protocol, <c>:name</c>.</summary>
    Parameter,

    /// <summary>A variable or placeholder of the dialect: <c>@x</c>, <c>@@x</c>, <c>$1</c>, <c>?1</c>.</summary>
    Variable,

    /// <summary>One character of an operator or of punctuation.</summary>
    Symbol,
}

/// <summary>A span of the query text; the tokens of a text that lexes cleanly put it together again without gap or overlap.</summary>
public readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public bool IsSignificant => Kind is not (SqlTokenKind.Space or SqlTokenKind.Comment or SqlTokenKind.None);
}
