using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Causum.Host.Commands;

/// <summary>A command whose help ends in examples.</summary>
internal sealed class AgentCommand(string name, string description, params IReadOnlyList<string> examples)
    : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The usual help, then the examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var shown = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is AgentCommand { Examples.Count: > 0 } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Example:");
            foreach (var example in command.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }
        return shown;
    }

    // Help is shown whatever else stands on the line.
    public override bool ClearsParseErrors => true;
}
