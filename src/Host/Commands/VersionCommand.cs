using System.CommandLine;

namespace Causum.Host.Commands;

/// <summary><c>agent version</c>: looks at the binary and nothing else.</summary>
public static class VersionCommand
{
    public static Command Create()
    {
        var format = OutputFormat.Option();
        var command = new AgentCommand(
            "version",
            "Version, commit, runtime and platform.",
            "agent version --format json"
        )
        {
            format,
        };
        command.SetAction(parsed =>
        {
            if (OutputFormat.IsJson(parsed, format))
                Json.Write(
                    Console.Out,
                    writer =>
                    {
                        writer.WriteString("version", BuildInfo.Version);
                        writer.WriteString("commit", BuildInfo.Commit);
                        writer.WriteString("runtime", BuildInfo.Runtime);
                        writer.WriteString("platform", BuildInfo.Platform);
                    }
                );
            else
                Console.Out.WriteLine(
                    $"agent {BuildInfo.Version} (commit {BuildInfo.Commit}, {BuildInfo.Runtime}, {BuildInfo.Platform})"
                );
            return ExitCode.Fine;
        });
        return command;
    }
}
