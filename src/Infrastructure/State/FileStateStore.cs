using Causum.Application.Ports;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.State;

/// <summary>Documents as files of one folder, for the owner's eyes only (folder 0700, files 0600).</summary>
internal sealed class FileStateStore(string directory, ILogger logger) : IStateStore
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    public string Location => directory;

    public Option<byte[]> Read(string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(directory, name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return None;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            StateLog.Unreadable(logger, name, directory, e.GetType().Name);
            return None;
        }
    }

    public bool Write(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            MakeFolder();
            var target = Path.Combine(directory, name);
            // Beside the target, so that the rename stays on one file system; named by process, so that two do not meet.
            var draft = $"{target}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";
            try
            {
                using (var file = new FileStream(draft, Draft()))
                {
                    file.Write(content);
                    file.Flush(flushToDisk: true);
                }
                File.Move(draft, target, overwrite: true);
                return true;
            }
            finally
            {
                File.Delete(draft);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            StateLog.NotWritten(logger, name, directory, e.GetType().Name);
            return false;
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else if (!Directory.Exists(directory))
            Directory.CreateDirectory(directory, OwnerFolder);
    }

    private static FileStreamOptions Draft()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        return options;
    }
}
