namespace Causum.Domain.Config;

/// <summary>What one database type needs for one auth type (databases.md 1.2).</summary>
/// <param name="Secret">Keys that must be mapped. <c>a|b</c>: one of them is enough, <c>a+b</c>: both belong together.</param>
/// <param name="SecretOptional">Keys that may be mapped. They never stand directly.</param>
/// <param name="Plain">Keys that must be there, mapped or directly; alternatives as above.</param>
/// <param name="PlainOptional">Keys that may be there, mapped or directly.</param>
internal sealed record DatabaseForm(
    DatabaseType Type,
    string AuthType,
    IReadOnlyList<string> Secret,
    IReadOnlyList<string> SecretOptional,
    IReadOnlyList<string> Plain,
    IReadOnlyList<string> PlainOptional
)
{
    private static readonly char[] Joints = ['|', '+'];

    /// <summary>Left out everywhere (databases.md 1.2).</summary>
    private static readonly string[] Everywhere = ["schema", "connect_timeout"];

    public IReadOnlyList<string> SecretKeys { get; } = [.. Secret.Concat(SecretOptional).SelectMany(Split).Distinct()];

    public IReadOnlyList<string> PlainKeys { get; } =
    [.. Plain.Concat(PlainOptional).Concat(Everywhere).SelectMany(Split).Distinct()];

    private static string[] Split(string keys) => keys.Split(Joints);
}
