using System.Collections;
using System.CommandLine;
using Causum.Domain.Input;
using Causum.Domain.Settings;
using Causum.Infrastructure.Settings;
using Causum.Infrastructure.State;

namespace Causum.Host;

/// <summary>Everything that is known and checked before the agent is composed.</summary>
/// <param name="Runtime">The file's own configuration, not yet read: that needs the adapters.</param>
internal sealed record Prepared(
    AgentSettings Settings,
    LocalPolicy Policy,
    LanguageExt.Option<DocumentNode> Runtime,
    InstanceIdentity Identity,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>For commands that speak to the control plane. All faults of settings, token, file and policy at once.</summary>
    public static Validation<InputError, Prepared> Online(ParseResult parsed, TimeProvider time) =>
        Read(parsed, (raw, identity) => SettingsParser.Parse(raw, identity, time.GetUtcNow()));

    /// <summary>For commands that need no control plane: the token is not looked at.</summary>
    public static Validation<InputError, Prepared> Offline(ParseResult parsed) =>
        Read(parsed, SettingsParser.ParseOffline);

    public static LoadedSettings Load(ParseResult parsed) =>
        SettingsModule.Load(SettingFlags.Read(parsed), Variables());

    private static Validation<InputError, Prepared> Read(
        ParseResult parsed,
        Func<RawSettings, string, Validation<InputError, AgentSettings>> parse
    )
    {
        var loaded = Load(parsed);
        var identity = StateModule.LoadIdentity(
            loaded.Raw.Find(KnownSettings.StateDirectory).Map(value => value.Text).IfNone(".")
        );
        var settings = parse(loaded.Raw, identity.Id);
        var policy = ReadPolicy(loaded.Raw);
        var errors = toSeq(loaded.Errors)
            .Concat(settings.FailToSeq())
            .Concat(policy.FailToSeq())
            .Distinct()
            .ToSeq()
            .Strict();
        // A token file that cannot be read makes the token missing too: one cause, one error.
        if (loaded.Errors.OfType<InputError.Unreadable>().Any())
            errors = errors.Filter(error => !IsMissingToken(error)).Strict();
        return errors.IsEmpty
            ? from checkedSettings in settings
            from checkedPolicy in policy
            select new Prepared(
                checkedSettings,
                checkedPolicy,
                loaded.Runtime,
                identity,
                [
                    .. loaded.Raw.Warnings,
                    .. checkedSettings.Connection.Warnings,
                    .. UnsupportedSettings.Warnings(checkedPolicy),
                    .. checkedSettings.InstanceId == identity.Id ? identity.Warning : None,
                ]
            )
            : Fail<InputError, Prepared>(errors);
    }

    private static Validation<InputError, LocalPolicy> ReadPolicy(RawSettings raw) =>
        raw.Find(KnownSettings.PolicyFile)
            .Match(
                file => SettingsModule.LoadPolicy(file.Text),
                () => Success<InputError, LocalPolicy>(LocalPolicy.None)
            );

    private static bool IsMissingToken(InputError error) =>
        error.Path.ToString() == KnownSettings.ConnectionToken.Variable;

    private static Dictionary<string, string> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
}
