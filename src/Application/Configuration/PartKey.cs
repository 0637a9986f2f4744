using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Causum.Domain.Config;
using Causum.Domain.Secrets;

namespace Causum.Application.Configuration;

/// <summary>Tells whether a part would be opened in the very same way again. Digests, so that no secret is kept twice.</summary>
/// <param name="Config">Of the configuration with its references.</param>
/// <param name="Secrets">Of the values behind them.</param>
internal sealed record PartKey(string Config, string Secrets)
{
    public static PartKey Of(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        new(
            Digest([
                config.Type.WireName(),
                config.AuthType,
                .. Sorted(config.Settings),
                "options",
                .. Sorted(config.Options),
                "references",
                .. Names(config.Secrets),
            ]),
            Digest(Revealed(secrets))
        );

    public static PartKey Of(LlmConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        new(
            Digest([
                config.Auth.ToString(),
                config.Endpoint.Map(value => "=" + value).IfNone(""),
                config.Model.Map(value => "=" + value).IfNone(""),
                config.TokenLimit.Map(value => value.ToString(CultureInfo.InvariantCulture)).IfNone(""),
                .. Sorted(config.Settings),
                "references",
                .. Names(config.Secrets),
            ]),
            Digest(Revealed(secrets))
        );

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, SecretReference> references) =>
        references.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => (string[])[r.Key, r.Value.Name]);

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, string> values) =>
        values.OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => (string[])[v.Key, v.Value]);

    private static IEnumerable<string> Revealed(IReadOnlyDictionary<string, Secret> secrets) =>
        secrets.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => (string[])[s.Key, s.Value.Reveal()]);

    private static string Digest(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
            CryptographicOperations.ZeroMemory(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
