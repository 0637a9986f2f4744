namespace Causum.Domain.Desensitization;

/// <summary>Hex digits of a token: 8, 12 or 16.</summary>
public sealed record TokenLength
{
    /// <summary>Digits of every token whose short form stands for two values of one result.</summary>
    internal const int Longest = 16;

    public static readonly TokenLength Default = new(8);

    internal TokenLength(int digits) => Digits = digits;

    public int Digits { get; }

    public static Option<TokenLength> Create(int digits) => digits is 8 or 12 or 16 ? new TokenLength(digits) : None;
}
