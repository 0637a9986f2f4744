using System.CommandLine;

namespace Causum.Host.Commands;

/// <summary><c>agent config …</c></summary>
public static class ConfigCommand
{
    public static Command Create() =>
        new("config", "Makes, shows and checks the agent's own configuration.")
        {
            ConfigGenerateCommand.Create(),
            ConfigShowCommand.Create(),
            ConfigTestCommand.Create(),
        };
}
