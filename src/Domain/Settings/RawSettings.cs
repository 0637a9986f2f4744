namespace Causum.Domain.Settings;

/// <summary>Values as text, each with its source, before anything is checked. Settings that nobody set and that have no default are not in it.</summary>
/// <param name="Warnings">What was ignored, for a person.</param>
public sealed record RawSettings(IReadOnlyDictionary<Setting, SettingValue> Values, IReadOnlyList<string> Warnings)
{
    /// <summary>Variables of others that begin like the agent's own.</summary>
    private const string OwnPrefix = "AGENT_";

    /// <param name="flags">By <see cref="Setting.Variable"/>.</param>
    /// <param name="environment">The whole environment; an empty value counts as none.</param>
    public static RawSettings Merge(
        IReadOnlyDictionary<string, string> flags,
        IReadOnlyDictionary<string, string> environment,
        Option<SettingsFile> file,
        SettingDefaults defaults
    )
    {
        var values = new Dictionary<Setting, SettingValue>();
        foreach (var setting in KnownSettings.All)
        {
            if (flags.TryGetValue(setting.Variable, out var flag))
                values[setting] = new(flag, new SettingSource.Flag(setting.Flag.IfNone(setting.Variable)));
            else if (environment.TryGetValue(setting.Variable, out var variable) && variable.Trim().Length > 0)
                values[setting] = new(variable.Trim(), new SettingSource.Variable(setting.Variable));
            else if (file.Bind(f => f.Find(setting)).Case is SettingValue written)
                values[setting] = written;
            else if (defaults.Find(setting).Case is string standard)
                values[setting] = new(standard, new SettingSource.Default());
        }
        var warnings = new List<string>();
        TakeTokenVariable(file, environment, values, warnings);
        ChooseToken(values, warnings);
        var named = file.Bind(f => f.TokenVariable).Map(entry => entry.Text).IfNone("");
        foreach (var name in environment.Keys.Order(StringComparer.Ordinal))
            if (name.StartsWith(OwnPrefix, StringComparison.Ordinal) && name != named && !IsKnown(name))
                warnings.Add($"{name}: unknown variable, ignored; {Nearest(name)}");
        var raw = new RawSettings(values, warnings);
        return raw with { Warnings = [.. warnings, .. UnsupportedSettings.Warnings(raw)] };
    }

    public Option<SettingValue> Find(Setting setting) => Values.TryGetValue(setting, out var value) ? value : None;

    public RawSettings With(Setting setting, string text, SettingSource source) =>
        this with
        {
            Values = new Dictionary<Setting, SettingValue>(Values) { [setting] = new(text, source) },
        };

    /// <summary><c>connection.token_env</c> names the variable that holds the token.</summary>
    private static void TakeTokenVariable(
        Option<SettingsFile> file,
        IReadOnlyDictionary<string, string> environment,
        Dictionary<Setting, SettingValue> values,
        List<string> warnings
    )
    {
        if (file.Bind(f => f.TokenVariable).Case is not SettingValue named)
            return;
        if (!environment.TryGetValue(named.Text, out var token) || token.Trim().Length == 0)
            warnings.Add($"connection.token_env: the variable {named.Text} is not set");
        else if (!values.ContainsKey(KnownSettings.ConnectionToken))
            values[KnownSettings.ConnectionToken] = new(token.Trim(), named.Source);
    }

    /// <summary>Of the token and the file that holds it, the one with the higher source counts; of equals the token.</summary>
    private static void ChooseToken(Dictionary<Setting, SettingValue> values, List<string> warnings)
    {
        if (
            !values.TryGetValue(KnownSettings.ConnectionToken, out var token)
            || !values.TryGetValue(KnownSettings.ConnectionTokenFile, out var file)
        )
            return;
        if (file.Source.Rank > token.Source.Rank)
            values.Remove(KnownSettings.ConnectionToken);
        else if (file.Source.Rank == token.Source.Rank)
            warnings.Add($"{KnownSettings.ConnectionTokenFile.Variable}: ignored, the token itself is given too");
    }

    private static bool IsKnown(string variable) => KnownSettings.All.Any(setting => setting.Variable == variable);

    private static string Nearest(string variable) =>
        NearestName
            .Of(variable, KnownSettings.All.Select(setting => setting.Variable))
            .Match(nearest => $"the nearest known name is {nearest}", () => "");
}

public sealed record SettingValue(string Text, SettingSource Source)
{
    // The text may be a token: a record prints all its members unless told otherwise.
    public override string ToString() => $"*** ({Source})";
}

/// <summary>Defaults that depend on the machine.</summary>
public sealed record SettingDefaults(int Cores, string StateDirectory)
{
    public Option<string> Find(Setting setting) =>
        setting == KnownSettings.Concurrency ? $"{Math.Max(4, 2 * Cores)}"
        : setting == KnownSettings.StateDirectory ? StateDirectory
        : setting.Default;
}
