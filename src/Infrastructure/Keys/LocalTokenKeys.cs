using Causum.Application.Ports;

namespace Causum.Infrastructure.Keys;

/// <summary>Token keys from the environment and from files.</summary>
internal sealed class LocalTokenKeys : ITokenKeyReader
{
    private const int LargestFile = 64 * 1024;

    public Option<string> FromVariable(string name) => NotEmpty(Environment.GetEnvironmentVariable(name));

    public Option<string> FromFile(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile ? NotEmpty(File.ReadAllText(path)) : None;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return None;
        }
    }

    private static Option<string> NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? None : text.Trim();
}
