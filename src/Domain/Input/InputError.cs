using System.Diagnostics;

namespace Causum.Domain.Input;

/// <summary>
/// One fault in something written by a person or sent over the wire. It names the place and the rule, never the value that broke it:
/// the value may be a secret put in the wrong field. The codes are those of <c>config_applied.errors</c>.
/// </summary>
public abstract record InputError(FieldPath Path)
{
    /// <summary>A field that must be there is missing or empty.</summary>
    public sealed record Required(FieldPath Path) : InputError(Path);

    /// <summary>The JSON or YAML type is wrong; <paramref name="Expected"/> reads as in "must be a string".</summary>
    public sealed record InvalidType(FieldPath Path, string Expected) : InputError(Path);

    /// <summary>The value breaks a rule; <paramref name="Rule"/> reads as in "must be between 1 and 65535".</summary>
    public sealed record InvalidValue(FieldPath Path, string Rule) : InputError(Path);

    /// <summary>The value is none of a closed list.</summary>
    public sealed record UnknownValue(FieldPath Path, IReadOnlyList<string> Allowed) : InputError(Path);

    /// <summary>Two fields are right alone and wrong together.</summary>
    public sealed record UnsupportedPair(FieldPath Path, string Rule) : InputError(Path);

    /// <summary>A secret stands where only a reference to one may stand.</summary>
    public sealed record RawSecret(FieldPath Path) : InputError(Path);

    /// <summary>The local policy forbids it.</summary>
    public sealed record PolicyDenied(FieldPath Path, string Rule) : InputError(Path);

    /// <summary>The document as a whole cannot be read; <paramref name="Fault"/> reads as in "is not valid JSON".</summary>
    public sealed record Unreadable(FieldPath Path, string Fault) : InputError(Path);

    public string Code =>
        Match(
            required: _ => "required",
            invalidType: _ => "invalid_type",
            invalidValue: _ => "invalid_value",
            unknownValue: _ => "unknown_value",
            unsupportedPair: _ => "unsupported_pair",
            rawSecret: _ => "raw_secret",
            policyDenied: _ => "policy_denied",
            unreadable: _ => "invalid_value"
        );

    /// <summary>One sentence for a person, without the path.</summary>
    public string Message =>
        Match(
            required: _ => "is required",
            invalidType: e => $"must be {e.Expected}",
            invalidValue: e => e.Rule,
            unknownValue: e => $"must be one of: {string.Join(", ", e.Allowed)}",
            unsupportedPair: e => e.Rule,
            rawSecret: _ =>
                "must not hold a secret: put its name into secret_mapping and the value into the secret store",
            policyDenied: e => e.Rule,
            unreadable: e => e.Fault
        );

    public T Match<T>(
        Func<Required, T> required,
        Func<InvalidType, T> invalidType,
        Func<InvalidValue, T> invalidValue,
        Func<UnknownValue, T> unknownValue,
        Func<UnsupportedPair, T> unsupportedPair,
        Func<RawSecret, T> rawSecret,
        Func<PolicyDenied, T> policyDenied,
        Func<Unreadable, T> unreadable
    ) =>
        this switch
        {
            Required e => required(e),
            InvalidType e => invalidType(e),
            InvalidValue e => invalidValue(e),
            UnknownValue e => unknownValue(e),
            UnsupportedPair e => unsupportedPair(e),
            RawSecret e => rawSecret(e),
            PolicyDenied e => policyDenied(e),
            Unreadable e => unreadable(e),
            _ => throw new UnreachableException(),
        };

    public sealed override string ToString() => Path == FieldPath.Root ? Message : $"{Path}: {Message}";
}
