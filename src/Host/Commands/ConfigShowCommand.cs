using System.CommandLine;
using Causum.Domain.Settings;

namespace Causum.Host.Commands;

/// <summary><c>agent config show</c>: the effective settings and where each came from.</summary>
public static class ConfigShowCommand
{
    private const string Hidden = "***";

    public static Command Create()
    {
        var secrets = new Flag("--show-secrets") { Description = "Show the token and the proxy's login" };
        var format = OutputFormat.Option("yaml", "json");
        var command = new AgentCommand(
            "show",
            "The effective configuration with the source of each value; secrets redacted.",
            "agent config show --config agent.yaml"
        )
        {
            SettingFlags.Config,
            secrets,
            format,
        };
        command.SetAction(parsed =>
        {
            var loaded = Prepared.Load(parsed);
            Problems.Warn(Console.Error, loaded.Raw.Warnings);
            if (OutputFormat.IsJson(parsed, format))
                WriteJson(loaded, parsed.GetValue(secrets));
            else
                WriteYaml(loaded, parsed.GetValue(secrets));
            if (loaded.Errors.Count == 0)
                return ExitCode.Fine;
            Problems.Write(Console.Error, loaded.Errors, "'agent config test' lists every problem");
            return ExitCode.BadInput;
        });
        return command;
    }

    private static void WriteYaml(LoadedSettings loaded, bool show)
    {
        var group = "";
        foreach (var (setting, value) in Ordered(loaded.Raw))
        {
            var parts = Key(setting).Split('.');
            if (parts.Length == 2 && parts[0] != group)
                Console.Out.WriteLine($"{parts[0]}:");
            group = parts.Length == 2 ? parts[0] : "";
            // The file does not name itself.
            var indent =
                parts.Length == 2 ? "  "
                : setting.FileKey.Length == 0 ? "# "
                : "";
            var line = $"{indent}{parts[^1]}: {Quoted(Shown(setting, value, show))}";
            Console.Out.WriteLine($"{line, -50} # {value.Source}");
        }
        foreach (var (name, text) in Connection(loaded.Raw))
            Console.Out.WriteLine($"# connection {name}: {text}");
        if (loaded.Runtime.IsSome)
            Console.Out.WriteLine("# runtime: in the file");
    }

    private static void WriteJson(LoadedSettings loaded, bool show) =>
        Json.Write(
            Console.Out,
            writer =>
            {
                writer.WriteStartObject("settings");
                foreach (var (setting, value) in Ordered(loaded.Raw))
                {
                    writer.WriteStartObject(Key(setting));
                    writer.WriteString("value", Shown(setting, value, show));
                    writer.WriteString("source", value.Source.ToString());
                    writer.WriteString("variable", setting.Variable);
                    writer.WriteEndObject();
                }
                writer.WriteEndObject();
                writer.WriteStartObject("connection");
                foreach (var (name, text) in Connection(loaded.Raw))
                    writer.WriteString(name, text);
                writer.WriteEndObject();
                writer.WriteBoolean("runtime_in_file", loaded.Runtime.IsSome);
                writer.WriteStartArray("warnings");
                foreach (var warning in loaded.Raw.Warnings)
                    writer.WriteStringValue(warning);
                writer.WriteEndArray();
            }
        );

    /// <summary>Groups stay together, so that the YAML form is a file that could be used.</summary>
    private static IEnumerable<(Setting Setting, SettingValue Value)> Ordered(RawSettings raw) =>
        KnownSettings
            .All.SelectMany(setting => raw.Find(setting).Map(value => (setting, value)).ToArray())
            .GroupBy(entry => Key(entry.setting).Contains('.') ? Key(entry.setting).Split('.')[0] : "")
            .OrderBy(group => group.Key.Length > 0)
            .SelectMany(group => group);

    private static string Key(Setting setting) => setting.FileKey.Length > 0 ? setting.FileKey : "config";

    private static string Shown(Setting setting, SettingValue value, bool show) =>
        setting.Secret && !show ? Hidden : value.Text;

    private static (string Name, string Text)[] Connection(RawSettings raw) =>
        raw.Find(KnownSettings.ConnectionToken)
            .Bind(value => ConnectionToken.Parse(value.Text, DateTimeOffset.MinValue).ToOption())
            .Match(
                token => [("agent_key", token.AgentKey), ("redis", token.Redis.ToString())],
                () => System.Array.Empty<(string, string)>()
            );

    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':') && text != Hidden
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
