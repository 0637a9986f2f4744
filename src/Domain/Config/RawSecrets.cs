using System.Collections.Frozen;
using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>
/// Refuses secrets that stand in a config: by the name of their field and by the look of their value, at any depth. Only references in
/// <c>secret_mapping</c> may bear such names.
/// </summary>
internal static class RawSecrets
{
    /// <summary>As compared: lower case, without <c>_</c> and <c>-</c>.</summary>
    private static readonly FrozenSet<string> Names = new[]
    {
        "accesskey",
        "accesskeyid",
        "accesskeysecret",
        "accesstoken",
        "accountkey",
        "apikey",
        "apisecret",
        "apitoken",
        "authorization",
        "authtoken",
        "awsaccesskeyid",
        "awssecretaccesskey",
        "awssessiontoken",
        "basicauth",
        "bearer",
        "bearertoken",
        "clientsecret",
        "connectionstring",
        "connstr",
        "connstring",
        "credential",
        "credentials",
        "credentialsjson",
        "databaseurl",
        "dbpassword",
        "dburl",
        "dsn",
        "encryptionkey",
        "idtoken",
        "jdbcurl",
        "jwt",
        "jwttoken",
        "keypassphrase",
        "keytab",
        "motherducktoken",
        "oauthtoken",
        "passphrase",
        "passwd",
        "password",
        "passwort",
        "pat",
        "personalaccesstoken",
        "privatekey",
        "privatekeypassphrase",
        "pwd",
        "refreshtoken",
        "sastoken",
        "secret",
        "secretaccesskey",
        "secretid",
        "secretkey",
        "secrets",
        "serviceaccountjson",
        "sessiontoken",
        "sharedaccesskey",
        "signingkey",
        "sslkey",
        "sslkeypassphrase",
        "sslpassword",
        "token",
        "uri",
        "url",
        "userpassword",
        "walletpassword",
        "xapikey",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Canonical(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    public static void Refuse(JsonElement document, Faults faults) => Walk(document, FieldPath.Root, 0, faults);

    private static void Walk(JsonElement element, FieldPath path, int depth, Faults faults)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                    Field(field, path, depth, faults);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Walk(item, path.Item(index++), depth + 1, faults);
                break;
            case JsonValueKind.String when CredentialLook.Matches(element.GetString() ?? ""):
                faults.Add(new InputError.RawSecret(path));
                break;
        }
    }

    private static void Field(JsonProperty field, FieldPath path, int depth, Faults faults)
    {
        var at = path.Field(FieldNames.Printable(field.Name));
        var mapping = depth == 1 && field.NameEquals("secret_mapping") && path.ToString() is "database" or "llm";
        if (Names.Contains(Canonical(field.Name)))
            faults.Add(new InputError.RawSecret(at));
        else if (CredentialLook.Matches(field.Name))
            faults.Add(new InputError.RawSecret(at));
        else if (mapping && field.Value.ValueKind == JsonValueKind.Object)
            References(field.Value, at, faults);
        else
            Walk(field.Value, at, depth + 1, faults);
    }

    /// <summary>The value itself in the place of its name: reading it would fail with an error that shows it.</summary>
    private static void References(JsonElement mapping, FieldPath path, Faults faults)
    {
        foreach (var reference in mapping.EnumerateObject())
            if (
                reference.Value.ValueKind == JsonValueKind.String
                && CredentialLook.Matches(reference.Value.GetString() ?? "")
            )
                faults.Add(new InputError.RawSecret(path.Field(FieldNames.Printable(reference.Name))));
    }
}
