using System.CommandLine;
using Causum.Domain.Settings;
using Causum.Infrastructure.State;

namespace Causum.Host.Commands;

/// <summary><c>agent identity</c>: who this instance is, and a new start for copies of a machine.</summary>
public static class IdentityCommand
{
    public static Command Create()
    {
        var reset = new Flag("--reset") { Description = "Make a new ID for this state directory" };
        var format = OutputFormat.Option();
        var command = new AgentCommand(
            "identity",
            "The instance ID and where it is kept.",
            "agent identity",
            "agent identity --reset"
        )
        {
            reset,
            format,
            SettingFlags.Config,
        };
        command.SetAction(parsed =>
        {
            var loaded = Prepared.Load(parsed);
            if (loaded.Errors.Count > 0)
            {
                Problems.Write(Console.Error, loaded.Errors, "correct the file, then run the command again");
                return ExitCode.BadInput;
            }
            var set = loaded.Raw.Find(KnownSettings.InstanceId);
            if (parsed.GetValue(reset) && set.Case is SettingValue { } fixedId)
            {
                Problems.Write(
                    Console.Error,
                    $"the instance ID is set by {fixedId.Source} and cannot be reset",
                    "remove that setting, or give it another value"
                );
                return ExitCode.BadInput;
            }
            var directory = loaded.Raw.Find(KnownSettings.StateDirectory).Map(value => value.Text).IfNone(".");
            var identity = parsed.GetValue(reset)
                ? StateModule.ResetIdentity(directory)
                : StateModule.LoadIdentity(directory);
            if (parsed.GetValue(reset) && identity.Warning.Case is string notKept)
            {
                Problems.Write(
                    Console.Error,
                    notKept,
                    "give the agent's user the right to write there; nothing was changed"
                );
                return ExitCode.BadInput;
            }
            var id = set.Map(value => value.Text).IfNone(identity.Id);
            var place = set.Map(value => value.Source.ToString()).IfNone(identity.Place);
            if (set.IsNone)
                Problems.Warn(Console.Error, identity.Warning);
            if (OutputFormat.IsJson(parsed, format))
                Json.Write(
                    Console.Out,
                    writer =>
                    {
                        writer.WriteString("instance_id", id);
                        writer.WriteString("kept_in", place);
                    }
                );
            else
                Console.Out.WriteLine($"{id}  ({place})");
            return ExitCode.Fine;
        });
        return command;
    }
}
