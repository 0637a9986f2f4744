namespace Causum.Domain.Sql;

/// <summary>One statement that the guard found to be a read. Only the guard makes it, and adapters run nothing else.</summary>
public sealed record ReadOnlySql
{
    public SqlDialect Dialect { get; }

    public string Text { get; }

    internal ReadOnlySql(SqlDialect dialect, string text) => (Dialect, Text) = (dialect, text);

    /// <summary>Never the text: it may hold literals.</summary>
    public override string ToString() => $"({Dialect} query)";
}
