using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>Certificates and keys from the secret store, parsed in memory; nothing is written to disk.</summary>
internal static class CertificateMaterial
{
    /// <summary>The certificate with its key, from <c>ssl_cert</c>, <c>ssl_key</c> and <c>ssl_key_passphrase</c>.</summary>
    public static Either<TaskFailure, X509Certificate2> Client(ConnectionSettings settings, DateTimeOffset now) =>
        from certificate in Pem(settings, "ssl_cert", "CERTIFICATE")
        from key in Pem(settings, "ssl_key", "PRIVATE KEY")
        from pair in Pair(certificate, key, settings.Optional("ssl_key_passphrase"))
        from valid in InTime(pair, "ssl_cert", now)
        select valid;

    /// <summary>The authorities of <c>ssl_ca</c>, where it is given.</summary>
    public static Either<TaskFailure, Option<X509Certificate2Collection>> Authorities(ConnectionSettings settings)
    {
        if (settings.Optional("ssl_ca").IsNone)
            return Option<X509Certificate2Collection>.None;
        return Pem(settings, "ssl_ca", "CERTIFICATE")
            .Bind<Option<X509Certificate2Collection>>(pem =>
            {
                var authorities = new X509Certificate2Collection();
                try
                {
                    authorities.ImportFromPem(pem);
                }
                catch (CryptographicException)
                {
                    return ConnectionSettings.Unusable("ssl_ca", "is not a PEM certificate");
                }
                return authorities.Count == 0
                    ? ConnectionSettings.Unusable("ssl_ca", "holds no PEM certificate")
                    : Some(authorities);
            });
    }

    private static Either<TaskFailure, X509Certificate2> Pair(string certificate, string key, Option<string> passphrase)
    {
        try
        {
            return passphrase.Case is string phrase
                ? X509Certificate2.CreateFromEncryptedPem(certificate, key, phrase)
                : X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return ConnectionSettings.Unusable(
                "ssl_key",
                "cannot be read as the PEM key of ssl_cert (wrong key, damaged, or ssl_key_passphrase missing or wrong)"
            );
        }
    }

    private static Either<TaskFailure, X509Certificate2> InTime(
        X509Certificate2 certificate,
        string key,
        DateTimeOffset now
    ) =>
        now.UtcDateTime > certificate.NotAfter.ToUniversalTime() ? ConnectionSettings.Unusable(key, "has expired")
        : now.UtcDateTime < certificate.NotBefore.ToUniversalTime()
            ? ConnectionSettings.Unusable(key, "is not valid yet")
        : certificate;

    /// <summary>PEM as it is, with <c>\n</c> spelt out, in base64, in a JSON wrapper with <c>content</c>, or only the base64 body.</summary>
    private static Either<TaskFailure, string> Pem(ConnectionSettings settings, string key, string label) =>
        settings
            .Optional(key)
            .ToEither(() =>
                TaskFailure.Configuration(Component.Database, $"database.{key} is required for this auth_type.")
            )
            .Map(text => Unwrapped(text.Trim(), label));

    private static string Unwrapped(string text, string label)
    {
        if (text.StartsWith('{'))
            text = Content(text);
        if (text.StartsWith("-----", StringComparison.Ordinal))
            return text.Replace("\\n", "\n", StringComparison.Ordinal);
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return text;
        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return decoded.StartsWith("-----", StringComparison.Ordinal)
            ? decoded
            : PemEncoding.WriteString(label, bytes.AsSpan(0, length));
    }

    private static string Content(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return
                document.RootElement.TryGetProperty("content", out var content)
                && content.ValueKind == JsonValueKind.String
                ? content.GetString() ?? ""
                : json;
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
