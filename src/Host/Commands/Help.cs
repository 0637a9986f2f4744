namespace Causum.Host.Commands;

/// <summary>Descriptions that end in an example.</summary>
internal static class Help
{
    public static string With(string description, params string[] examples) =>
        $"{description}{Environment.NewLine}{Environment.NewLine}Example:{Environment.NewLine}  "
        + string.Join($"{Environment.NewLine}  ", examples);
}
