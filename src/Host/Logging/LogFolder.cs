using Causum.Domain.Input;
using Causum.Domain.Settings;

namespace Causum.Host.Logging;

/// <summary>The folder of the log files, tried before the start: the logger itself would leave the files out without a word.</summary>
internal static class LogFolder
{
    public static Option<InputError> Fault(AgentSettings settings) =>
        settings.Log.Directory.Bind(folder =>
            CanWrite(folder)
                ? None
                : Some<InputError>(
                    new InputError.Unreadable(
                        FieldPath.Root.Field(folder),
                        "cannot be written: log files go there (AGENT_LOG_DIR)"
                    )
                )
        );

    private static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}"),
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                }
            );
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
