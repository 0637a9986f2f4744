namespace Causum.Domain.Settings;

/// <summary>
/// Settings of cli.md whose feature this version does not have. Where someone would rely on the effect (a record, a driver), setting one
/// is refused; else it is a warning. A value that asks for nothing is neither.
/// </summary>
public static class UnsupportedSettings
{
    private const string Remove = "remove the setting";

    private static readonly IReadOnlyList<Lack> Refused =
    [
        new(KnownSettings.AuditFile, [], $"this version does not write an audit log yet; {Remove}"),
        new(KnownSettings.DriversDirectory, [], $"this version does not load drop-in drivers yet; {Remove}"),
        new(
            KnownSettings.SecretRefresh,
            ["0"],
            "this version does not read secrets again by the clock yet; set it to 0 or remove it"
        ),
        new(
            KnownSettings.KubernetesServiceAccountDirectory,
            [],
            $"this version does not use a pod's service account yet; {Remove}"
        ),
    ];

    private static readonly IReadOnlyList<Lack> Ignored =
    [
        new(KnownSettings.Http, ["off"], "this version has no HTTP endpoint yet; set it to off or remove it"),
        new(KnownSettings.AuditMaxBytes, [], $"this version does not write an audit log yet; {Remove}"),
        new(KnownSettings.RuntimeDirectory, [], $"no driver of this version wants a secret as a file; {Remove}"),
        new(
            KnownSettings.AllowDiskSecrets,
            ["false", "0"],
            $"no driver of this version wants a secret as a file; {Remove}"
        ),
    ];

    public static bool Contains(Setting setting) => Refused.Concat(Ignored).Any(lack => lack.Setting == setting);

    /// <summary>One for each setting that has no effect, under the name by which it was given.</summary>
    public static IReadOnlyList<string> Warnings(RawSettings raw) =>
        [
            .. from lack in Ignored
            from value in raw.Find(lack.Setting).ToSeq()
            where lack.AsksFor(value)
            select $"{value.Source.Place(lack.Setting)}: has no effect, {lack.Sentence}",
        ];

    /// <summary>The same for the local policy.</summary>
    public static IReadOnlyList<string> Warnings(LocalPolicy policy) =>
        policy.AuditHashesQueries ? ["audit.queries: has no effect, this version does not write an audit log yet"] : [];

    internal static void Refuse(SettingReader reader)
    {
        foreach (var lack in Refused)
            reader
                .Given(lack.Setting)
                .Filter(lack.AsksFor)
                .IfSome(_ => reader.Checked(lack.Setting, unit, fit: false, lack.Sentence));
    }

    /// <param name="Harmless">Values that ask for nothing.</param>
    private sealed record Lack(Setting Setting, IReadOnlyList<string> Harmless, string Sentence)
    {
        public bool AsksFor(SettingValue value) =>
            value.Source is not SettingSource.Default
            && !Harmless.Contains(value.Text, StringComparer.OrdinalIgnoreCase);
    }
}
