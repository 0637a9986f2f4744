using System.CommandLine;
using Causum.Domain.Settings;

namespace Causum.Host;

/// <summary>The settings that may be given on the command line.</summary>
internal static class SettingFlags
{
    public static readonly TextOption Config = Of(KnownSettings.ConfigFile, "FILE");
    public static readonly TextOption LogLevel = Of(KnownSettings.LogLevel, "LEVEL");
    public static readonly TextOption LogFormat = Of(KnownSettings.LogFormat, "FORMAT");
    public static readonly TextOption LogDirectory = Of(KnownSettings.LogDirectory, "DIR");

    private static readonly (Setting Setting, TextOption Flag)[] All =
    [
        (KnownSettings.ConfigFile, Config),
        (KnownSettings.LogLevel, LogLevel),
        (KnownSettings.LogFormat, LogFormat),
        (KnownSettings.LogDirectory, LogDirectory),
    ];

    public static Dictionary<string, string> Read(ParseResult parsed)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (setting, flag) in All)
            if (parsed.GetResult(flag) is not null && parsed.GetValue(flag) is { } value)
                given[setting.Variable] = value;
        return given;
    }

    private static TextOption Of(Setting setting, string valueName) =>
        new(setting.Flag.IfNone("--" + setting.FileKey))
        {
            Description = $"{setting.Purpose} ({setting.Variable})",
            HelpName = valueName,
        };
}
