using System.Text;

namespace Causum.Domain.Tasks;

/// <summary>Names as they stand on the wire.</summary>
public static class WireNames
{
    /// <summary><c>AuthFailed</c> → <c>auth_failed</c>.</summary>
    public static string SnakeCase(string pascalCase)
    {
        var text = new StringBuilder(pascalCase.Length + 4);
        foreach (var c in pascalCase)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
