using Causum.Domain.Input;

namespace Causum.Domain.Secrets;

/// <summary>The name under which a secret store keeps a value: printable, 1 to 256 characters, and never one of the agent's own variables.</summary>
public sealed record SecretReference
{
    private static readonly string[] OwnPrefixes = ["AGENT_", "VAULT_", "KUBERNETES_"];

    public string Name { get; }

    private SecretReference(string name) => Name = name;

    public static Validation<InputError, SecretReference> Create(FieldPath path, string name) =>
        name.Length is < 1 or > 256 || name.Any(c => char.IsControl(c) || char.IsSurrogate(c))
            ? Fail<InputError, SecretReference>(
                new InputError.InvalidValue(path, "must be a reference of 1 to 256 printable characters")
            )
        : OwnPrefixes.Any(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase))
            ? Fail<InputError, SecretReference>(
                new InputError.InvalidValue(
                    path,
                    "must not name one of the agent's own variables (AGENT_*, VAULT_*, KUBERNETES_*)"
                )
            )
        : Success<InputError, SecretReference>(new SecretReference(name));

    public override string ToString() => Name;
}
