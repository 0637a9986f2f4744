using System.Diagnostics;

namespace Causum.Domain.Desensitization;

/// <summary>What one column of a simple query is made of.</summary>
internal abstract record SelectItem
{
    private SelectItem() { }

    /// <summary>A column as it stands in the table, under its name there.</summary>
    internal sealed record Plain(string Column) : SelectItem;

    /// <summary>Under the result's own name: the query selects <c>*</c>.</summary>
    internal sealed record Star : SelectItem;

    /// <summary>How many there are; the rows' values are not told.</summary>
    internal sealed record Count : SelectItem;

    /// <summary>A sum, an average or their kin over plain columns.</summary>
    internal sealed record Quantity(IReadOnlyList<string> Columns) : SelectItem;

    internal sealed record Expression : SelectItem;

    public T Match<T>(
        Func<Plain, T> plain,
        Func<T> star,
        Func<T> count,
        Func<Quantity, T> quantity,
        Func<T> expression
    ) =>
        this switch
        {
            Plain item => plain(item),
            Star => star(),
            Count => count(),
            Quantity item => quantity(item),
            Expression => expression(),
            _ => throw new UnreachableException(),
        };
}
