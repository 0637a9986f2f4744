using Causum.Domain.Input;
using Causum.Domain.Settings;

namespace Causum.Infrastructure.Settings;

/// <summary>Reads what is needed before anything can be composed: settings and the local policy.</summary>
public static class SettingsModule
{
    /// <summary>Flags over environment over the YAML file over defaults. What cannot be read is among the errors, and the rest is still told.</summary>
    /// <param name="flags">By the variable of the setting.</param>
    public static LoadedSettings Load(
        IReadOnlyDictionary<string, string> flags,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var errors = new List<InputError>();
        var defaults = new SettingDefaults(Environment.ProcessorCount, StateFolder(environment));
        var before = RawSettings.Merge(flags, environment, None, defaults);
        var file = before
            .Find(KnownSettings.ConfigFile)
            .Bind(path => Take(YamlDocument.Load(path.Text).Map(SettingsFile.Read), errors));
        file.IfSome(read => errors.AddRange(read.Errors));
        var raw = file.IsSome ? RawSettings.Merge(flags, environment, file, defaults) : before;
        if (raw.Find(KnownSettings.ConnectionToken).IsNone)
            raw.Find(KnownSettings.ConnectionTokenFile)
                .Bind(path => Take(TokenFile.Read(path.Text), errors).Map(token => (path.Text, token)))
                .IfSome(read =>
                    raw = raw.With(KnownSettings.ConnectionToken, read.token, new SettingSource.Content(read.Text))
                );
        return new LoadedSettings(raw, file.Bind(f => f.Runtime), errors);
    }

    /// <summary>Fails closed: a policy that cannot be read in full is no policy.</summary>
    public static Validation<InputError, LocalPolicy> LoadPolicy(string path) =>
        YamlDocument.Load(path).Bind(PolicyParser.Parse);

    private static Option<T> Take<T>(Validation<InputError, T> part, List<InputError> errors) =>
        part.Match(
            Succ: value => Some(value),
            Fail: found =>
            {
                errors.AddRange(found);
                return Option<T>.None;
            }
        );

    /// <summary>In a container the folder that a volume is mounted on, else the user's own state folder.</summary>
    private static string StateFolder(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.GetValueOrDefault("DOTNET_RUNNING_IN_CONTAINER") == "true")
            return "/var/lib/causum-agent";
        var state = environment.GetValueOrDefault("XDG_STATE_HOME");
        if (!string.IsNullOrWhiteSpace(state) && Path.IsPathRooted(state))
            return Path.Combine(state, "causum-agent");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), ".local", "state", "causum-agent");
    }
}
