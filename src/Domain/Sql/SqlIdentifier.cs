using System.Buffers;

namespace Causum.Domain.Sql;

/// <summary>A schema or table name as the protocol allows it: <c>^[a-zA-Z0-9_.]+$</c>. Still quoted by the dialect's rule wherever it goes into a text.</summary>
public sealed record SqlIdentifier
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."
    );

    public string Value { get; }

    private SqlIdentifier(string value) => Value = value;

    public static Option<SqlIdentifier> Create(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Allowed) ? new SqlIdentifier(value) : None;

    public override string ToString() => Value;
}
