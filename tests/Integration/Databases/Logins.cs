using System.Globalization;
using Causum.Domain.Config;
using Causum.Domain.Input;
using Causum.Domain.Secrets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causum.Integration.Databases;

/// <summary>Configurations as they come out of the parser: passwords by reference, the rest directly.</summary>
internal static class Logins
{
    private static readonly string[] SecretKeys = ["password", "ssl_cert", "ssl_key", "ssl_ca", "ssl_key_passphrase"];

    public static (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Of(
        DatabaseType type,
        string authType,
        params (string Key, object Value)[] values
    )
    {
        var texts = values
            .GroupBy(v => v.Key, StringComparer.Ordinal)
            .Select(g => g.Last())
            .ToDictionary(
                v => v.Key,
                v => Convert.ToString(v.Value, CultureInfo.InvariantCulture)!,
                StringComparer.Ordinal
            );
        var secrets = texts.Where(t => SecretKeys.Contains(t.Key)).ToList();
        return (
            new DatabaseConfig(
                type,
                authType,
                secrets.ToDictionary(
                    s => s.Key,
                    s =>
                        SecretReference
                            .Create(FieldPath.Root, $"TEST_{s.Key}")
                            .IfFail(_ => throw new InvalidOperationException()),
                    StringComparer.Ordinal
                ),
                Named(texts, key => !SecretKeys.Contains(key) && !key.StartsWith("options.", StringComparison.Ordinal)),
                Named(texts, key => key.StartsWith("options.", StringComparison.Ordinal))
                    .ToDictionary(o => o.Key["options.".Length..], o => o.Value, StringComparer.Ordinal)
            ),
            secrets.ToDictionary(s => s.Key, s => new Secret(s.Value), StringComparer.Ordinal)
        );
    }

    public static ILogger<T> NoLog<T>() => NullLogger<T>.Instance;

    private static Dictionary<string, string> Named(Dictionary<string, string> texts, Func<string, bool> wanted) =>
        texts.Where(t => wanted(t.Key)).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
}
