namespace Causum.Domain.Sql;

internal static class Lookahead
{
    /// <summary>The character at the index; NUL, which no text holds that is read, beyond either end.</summary>
    public static char At(this ReadOnlySpan<char> text, int index) =>
        (uint)index < (uint)text.Length ? text[index] : '\0';
}
