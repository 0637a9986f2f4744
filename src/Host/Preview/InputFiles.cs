using System.Text;
using Causum.Domain.Input;

namespace Causum.Host.Preview;

/// <summary>Tables from the files of <c>--input</c>: JSON by its ending or its first character, CSV otherwise.</summary>
internal static class InputFiles
{
    public static Either<InputError, PreviewTable> Read(string path, int limit)
    {
        var at = FieldPath.Root.Field(path);
        try
        {
            var content = File.ReadAllBytes(path);
            return IsJson(path, content)
                ? JsonTable.Read(at, WithoutMark(content), limit)
                : CsvTable.Read(at, Path.GetFileNameWithoutExtension(path), content, limit);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new InputError.Unreadable(at, "does not exist");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new InputError.Unreadable(at, "cannot be opened for reading");
        }
    }

    private static bool IsJson(string path, byte[] content) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => true,
            ".CSV" => false,
            _ => WithoutMark(content).Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..],
        };

    private static ReadOnlyMemory<byte> WithoutMark(byte[] content) =>
        content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content.AsMemory(Encoding.UTF8.Preamble.Length) : content;
}
