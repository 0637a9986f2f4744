namespace Causum.Domain.Config;

/// <summary>Names of fields that the sender made up, fit to be shown: a secret that was put where a name belongs is not.</summary>
internal static class FieldNames
{
    public static string Printable(string name) =>
        name.Length is > 0 and <= 64
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ' or '$')
        && !CredentialLook.Matches(name)
            ? name
            : "(unprintable name)";
}
