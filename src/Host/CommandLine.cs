using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Causum.Host.Commands;

namespace Causum.Host;

/// <summary>The commands of <c>agent</c>, and what happens around each: usage errors, interruption, and bugs.</summary>
internal static class CommandLine
{
    private static readonly Flag Verbose = new("--verbose")
    {
        Description = "Show the stack trace of an unexpected error",
        Recursive = true,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = Root();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Misused(parsed);
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The worker ends by its own rules; every other command stops at the first signal.
            ProcessTerminationTimeout =
                parsed.CommandResult.Command.Name == StartCommand.Name ? null : TimeSpan.FromSeconds(2),
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(
                $"error: the agent failed in a way it does not know ({e.GetType().Name})"
            );
            await Console.Error.WriteLineAsync(
                parsed.GetValue(Verbose)
                    ? e.ToString()
                    : "next: run the command again with --verbose and report what it says"
            );
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Causum agent: runs read-only tasks on your databases inside your network and sends only desensitized results."
        );
        root.Options.Add(Verbose);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples(new HelpAction());
        root.Subcommands.Add(StartCommand.Create());
        root.Subcommands.Add(VersionCommand.Create());
        root.Subcommands.Add(PreviewCommand.Create());
        root.Subcommands.Add(GuardCommand.Create());
        root.Subcommands.Add(ConfigCommand.Create());
        root.Subcommands.Add(DebugCommand.Create());
        root.Subcommands.Add(IdentityCommand.Create());
        root.Subcommands.Add(TaskCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        return root;
    }

    private static int Misused(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine($"error: {OneLine(error.Message)}");
        var command = string.Join(' ', Path(parsed.CommandResult));
        Console.Error.WriteLine($"next: {command} --help shows the usage");
        return ExitCode.BadInput;
    }

    /// <summary>The parser lists the allowed values line by line.</summary>
    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? Path(parent).Append(command.Command.Name) : ["agent"];
}
