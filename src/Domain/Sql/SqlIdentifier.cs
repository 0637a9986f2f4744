using System.Buffers;

namespace Causum.Domain.Sql;

/// <summary>A schema or table name as the protocol allows it: <c>^[a-zA-Z0-9_.]+$</c>, dots dividing its parts. Still quoted by the dialect's rule wherever it goes into a text.</summary>
public sealed record SqlIdentifier
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."
    );

    public string Value { get; }

    /// <summary>The name cut at its dots.</summary>
    public IReadOnlyList<string> Parts => Value.Split('.');

    private SqlIdentifier(string value) => Value = value;

    public static Option<SqlIdentifier> Create(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Allowed) ? new SqlIdentifier(value) : None;

    /// <summary>One name quoted by the dialect's rule, whatever is in it: a name that a catalog returned may hold anything.</summary>
    public static string QuotePart(SqlDialect dialect, string part) =>
        dialect switch
        {
            SqlDialect.Mysql or SqlDialect.Mariadb or SqlDialect.Databricks or SqlDialect.Sparksql =>
                $"`{part.Replace("`", "``", StringComparison.Ordinal)}`",
            SqlDialect.Bigquery or SqlDialect.Clickhouse =>
                $"`{part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`",
            SqlDialect.Sqlserver => $"[{part.Replace("]", "]]", StringComparison.Ordinal)}]",
            _ => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        };

    public override string ToString() => Value;
}
