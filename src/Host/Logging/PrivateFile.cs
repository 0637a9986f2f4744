using System.Text;
using Serilog.Sinks.File;

namespace Causum.Host.Logging;

/// <summary>Log files are for the agent's user and group: names of tables and hosts are nobody else's business.</summary>
internal sealed class PrivateFile : FileLifecycleHooks
{
    private const UnixFileMode OwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, OwnerAndGroup);
        return underlyingStream;
    }
}
