using System.Text;

namespace Causum.Integration.Guard.Differential;

/// <summary>A file beside the database that no allowed text may show: reading a file changes nothing, but its content comes back as rows.</summary>
internal static class Canary
{
    public const string FileName = "canary.csv";

    private const string Content = "canary4711";

    /// <summary>Also as servers print bytes.</summary>
    private static readonly string Hexadecimal = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Content));

    public static void PlantIn(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), "word\n" + Content + "\n");

    public static bool IsIn(string? cell) =>
        cell is not null
        && (
            cell.Contains(Content, StringComparison.OrdinalIgnoreCase)
            || cell.Contains(Hexadecimal, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A value as a driver gives it.</summary>
    public static bool IsIn(object value) =>
        value switch
        {
            string text => IsIn(text),
            byte[] bytes => IsIn(Encoding.Latin1.GetString(bytes)),
            Stream stream => IsIn(new StreamReader(stream, Encoding.Latin1).ReadToEnd()),
            System.Collections.IEnumerable values => values.Cast<object>().Any(IsIn),
            _ => false,
        };
}
