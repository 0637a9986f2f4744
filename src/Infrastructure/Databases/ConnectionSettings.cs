using System.Globalization;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>The settings of a database by canonical key, the secret store's value before the plain one. Failures name the key, never the value.</summary>
internal sealed class ConnectionSettings(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets)
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    public Option<string> Optional(string key) =>
        secrets.TryGetValue(key, out var secret) && secret.Reveal().TrimEnd(LineEnds) is { Length: > 0 } value
            ? Some(value)
        : config.Settings.TryGetValue(key, out var plain) && plain.Length > 0 ? Some(plain)
        : None;

    public Either<TaskFailure, string> Required(string key) =>
        Optional(key).ToEither(() => Missing(key)).Bind(value => OneLine(key, value));

    /// <summary>A password or token: present and in one line.</summary>
    public Either<TaskFailure, string> Credential(string key) =>
        secrets.ContainsKey(key)
            ? Optional(key).ToEither(() => Unusable(key, "is empty")).Bind(value => OneLine(key, value))
            : Missing(key);

    public Either<TaskFailure, int> Port(int standard) =>
        Optional("port").Case is not string text ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
        : Unusable("port", "must be a number from 1 to 65535");

    public Option<string> Option(string name) =>
        config.Options.TryGetValue(name, out var value) && value.Length > 0 ? Some(value) : None;

    /// <summary>Seconds; 15 where nothing is said.</summary>
    public Either<TaskFailure, int> ConnectTimeout() =>
        (Optional("connect_timeout") || Option("connect_timeout")).Case is not string text ? 15
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 1 and <= 600
            ? seconds
        : Unusable("connect_timeout", "must be a number of seconds from 1 to 600");

    public static TaskFailure Unusable(string key, string rule) =>
        TaskFailure.AuthMaterialization(Component.Database, $"database.{key} {rule}.");

    private static TaskFailure Missing(string key) =>
        TaskFailure.Configuration(Component.Database, $"database.{key} is required for this auth_type.");

    private static Either<TaskFailure, string> OneLine(string key, string value) =>
        value.Any(char.IsControl) ? Unusable(key, "must not hold line breaks or control characters") : value;
}
