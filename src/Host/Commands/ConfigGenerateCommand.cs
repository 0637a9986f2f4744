using System.CommandLine;
using Causum.Domain.Settings;

namespace Causum.Host.Commands;

/// <summary><c>agent config generate</c>: a template that the agent accepts as it is.</summary>
public static class ConfigGenerateCommand
{
    private const string Runtime = """
        # A configuration for the agent without one from the control plane: the body of a config message.
        # Only names of secrets stand here; the values come from the secret store.
        runtime:
          secret_store:
            provider: env
          database:
            type: postgresql
            auth_type: password
            port: 5432
            schema: public
            secret_mapping:
              host: DB_HOST
              database: DB_NAME
              username: DB_USER
              password: DB_PASS
          llm:
            auth_type: api_key
            endpoint: https://api.openai.com/v1
            model: gpt-4o-mini
            secret_mapping:
              api_key: OPENAI_API_KEY

        """;

    public static Command Create()
    {
        var examples = new Flag("--with-examples") { Description = "Fill in example values and a runtime part" };
        var command = new AgentCommand(
            "generate",
            "A commented YAML template on stdout.",
            "agent config generate --with-examples > agent.yaml"
        )
        {
            examples,
        };
        command.SetAction(parsed =>
        {
            Write(Console.Out, parsed.GetValue(examples));
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Write(TextWriter output, bool examples)
    {
        output.WriteLine("# Causum agent. Every key may be left out; a flag or an AGENT_* variable goes before it.");
        output.WriteLine("connection:");
        output.WriteLine("  # Name of the environment variable that holds the connection token");
        output.WriteLine("  token_env: AGENT_CONNECTION_TOKEN");
        var group = "connection";
        foreach (var setting in KnownSettings.All.Where(s => s.FileKey.Length > 0).OrderBy(Place))
        {
            var parts = setting.FileKey.Split('.');
            // The token's own places stay comments: only one of the three may be used.
            var active =
                examples && parts[0] is "limits" && setting.Default.IsSome && !UnsupportedSettings.Contains(setting);
            var mark = active ? "" : "# ";
            if (parts.Length == 2 && parts[0] != group)
            {
                group = parts[0];
                output.WriteLine();
                output.WriteLine(examples && group == "limits" ? $"{group}:" : $"# {group}:");
            }
            var indent = parts.Length == 2 ? "  " : "";
            if (parts.Length == 1)
            {
                group = "";
                output.WriteLine();
            }
            output.WriteLine($"{indent}# {setting.Purpose} ({setting.Variable})");
            output.WriteLine($"{indent}{mark}{parts[^1]}: {Value(setting)}");
        }
        if (examples)
        {
            output.WriteLine();
            output.Write(Runtime);
        }
    }

    private static int Place(Setting setting) =>
        setting.FileKey.Split('.') switch
        {
            ["connection", _] => 0,
            [_] => 1,
            ["log", _] => 2,
            _ => 3,
        };

    private static string Value(Setting setting) =>
        setting.Several ? $"[{setting.Example}]"
        : setting.Example.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':')
            ? setting.Example
        : $"'{setting.Example}'";
}
