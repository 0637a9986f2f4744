using System.CommandLine;

namespace Causum.Host.Commands;

/// <summary><c>agent debug …</c></summary>
public static class DebugCommand
{
    public static Command Create() => new("debug", "Looks at one part closely.") { DecodeTokenCommand.Create() };
}
