using Causum.Domain.Input;

namespace Causum.Infrastructure.Settings;

/// <summary>The file that holds the connection token and nothing else.</summary>
internal static class TokenFile
{
    private const int MaxBytes = 64 * 1024;

    public static Validation<InputError, string> Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file is { Exists: true, Length: > MaxBytes })
                return Fault(path, $"is over the limit of {MaxBytes} bytes for a token");
            var text = File.ReadAllText(path).Trim();
            return text.Length > 0
                ? Success<InputError, string>(text)
                : Fault(path, "is empty: it must hold the token");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fault(path, "does not exist: it must hold the token");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return Fault(path, "cannot be read by the agent's user: it must hold the token");
        }
    }

    private static Validation<InputError, string> Fault(string path, string fault) =>
        Fail<InputError, string>(new InputError.Unreadable(FieldPath.Root.Field(path), fault));
}
