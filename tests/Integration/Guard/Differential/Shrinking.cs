using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>Takes tokens away as long as the text still shows what it was found for.</summary>
internal static class Shrinking
{
    private const int MostTries = 80;

    public static async Task<string> ShrinkAsync(SqlDialect dialect, string text, Func<string, Task<bool>> shows)
    {
        var parts = TextParts.Of(dialect, text);
        var tries = 0;
        for (var size = Math.Max(1, parts.Count / 2); size > 0; size /= 2)
        {
            for (var at = 0; at + size <= parts.Count && tries < MostTries; )
            {
                var fewer = parts.Take(at).Concat(parts.Skip(at + size)).ToList();
                tries++;
                if (await shows(string.Concat(fewer)))
                    parts = fewer;
                else
                    at += size;
            }
        }
        return string.Concat(parts);
    }
}
