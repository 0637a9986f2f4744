using System.CommandLine;
using Causum.Domain.Input;
using Causum.Domain.Settings;

namespace Causum.Host.Commands;

/// <summary><c>agent config test</c>: everything that a start would stumble over before it connects, all at once.</summary>
public static class ConfigTestCommand
{
    public static Command Create()
    {
        var format = OutputFormat.Option();
        var command = new AgentCommand(
            "test",
            "Decodes and validates token, settings, file and local policy, and lists all problems.",
            "agent config test --config agent.yaml"
        )
        {
            SettingFlags.Config,
            format,
        };
        command.SetAction(parsed =>
        {
            var (errors, warnings, agentKey) = Check(parsed);
            if (OutputFormat.IsJson(parsed, format))
                WriteJson(errors, warnings);
            else
            {
                Problems.Warn(Console.Error, warnings);
                if (errors.Count > 0)
                    Problems.Write(Console.Error, errors, "correct them and run 'agent config test' again");
                else
                    Console.Out.WriteLine($"ok: settings, token and policy are valid (agent key {agentKey})");
            }
            return errors.Count == 0 ? ExitCode.Fine : ExitCode.BadInput;
        });
        return command;
    }

    private static (IReadOnlyList<InputError> Errors, IReadOnlyList<string> Warnings, string AgentKey) Check(
        ParseResult parsed
    ) =>
        Prepared
            .Online(parsed, TimeProvider.System)
            .Match(
                Succ: prepared =>
                    (
                        CompositionRoot
                            .Check(prepared)
                            .Match(Succ: _ => [], Fail: errors => (IReadOnlyList<InputError>)[.. errors]),
                        prepared.Warnings,
                        prepared.Settings.AgentKey
                    ),
                Fail: errors => Faulty(errors, Prepared.Load(parsed))
            );

    private static (IReadOnlyList<InputError>, IReadOnlyList<string>, string) Faulty(
        Seq<InputError> errors,
        LoadedSettings loaded
    ) => ([.. errors, .. CompositionRoot.RuntimeFaults(loaded.Runtime)], loaded.Raw.Warnings, "");

    private static void WriteJson(IReadOnlyList<InputError> errors, IReadOnlyList<string> warnings) =>
        Json.Write(
            Console.Out,
            writer =>
            {
                writer.WriteBoolean("ok", errors.Count == 0);
                writer.WriteStartArray("errors");
                foreach (var error in errors)
                {
                    writer.WriteStartObject();
                    writer.WriteString("path", error.Path.ToString());
                    writer.WriteString("code", error.Code);
                    writer.WriteString("message", error.Message);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                writer.WriteStartArray("warnings");
                foreach (var warning in warnings)
                    writer.WriteStringValue(warning);
                writer.WriteEndArray();
            }
        );
}
