using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>Why a model's text is not used.</summary>
public enum TransformFault
{
    Empty,

    /// <summary>It holds a token that its rows do not.</summary>
    InventedToken,

    /// <summary>Too many tokens or keys of its rows are missing.</summary>
    Incomplete,

    /// <summary>It holds a value that was masked.</summary>
    Leak,
}

/// <summary>Checks a model's text against the rows it was given.</summary>
public static class TransformReply
{
    private const double Needed = 0.95;

    /// <param name="masked">The rows as they were given to the model.</param>
    public static Option<TransformFault> Check(string text, Chunk chunk, MaskedRows masked, LeakCheck leaks)
    {
        if (string.IsNullOrWhiteSpace(text))
            return TransformFault.Empty;
        var given = Tokens(string.Join('\n', chunk.Lines));
        var returned = Tokens(text);
        if (!returned.IsSubsetOf(given))
            return TransformFault.InventedToken;
        var keys = Keys(chunk, masked);
        var present = given.Count(returned.Contains) + keys.Count(key => text.Contains(key, StringComparison.Ordinal));
        if (present < Needed * (given.Count + keys.Count))
            return TransformFault.Incomplete;
        return leaks.InText(text).Map(_ => TransformFault.Leak);
    }

    private static System.Collections.Generic.HashSet<string> Tokens(string text) =>
        [.. TokenShape.Find(text).Select(at => text.Substring(at.Start, at.Length))];

    private static System.Collections.Generic.HashSet<string> Keys(Chunk chunk, MaskedRows masked)
    {
        var keys = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        for (var column = 0; column < masked.Verdicts.Count; column++)
            if (masked.Verdicts[column].Classification == Classification.EntityId)
                for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Lines.Count; row++)
                    if (masked.Rows.Rows[row][column] is { IsNull: false } cell && !TokenShape.IsToken(cell.ToText()))
                        keys.Add(cell.ToText());
        return keys;
    }
}
