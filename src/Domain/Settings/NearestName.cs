namespace Causum.Domain.Settings;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>The known name with the smallest edit distance, case aside; None if nothing is known.</summary>
    public static Option<string> Of(string name, IEnumerable<string> known) =>
        known
            .OrderBy(candidate => Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant()))
            .ThenBy(candidate => candidate, StringComparer.Ordinal)
            .HeadOrNone();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.</summary>
    public static int Distance(string a, string b)
    {
        // Longer names are cut: nobody mistypes by hundreds of letters.
        a = a.Length > 64 ? a[..64] : a;
        b = b.Length > 64 ? b[..64] : b;
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            var replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, replace);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
        }
        return cost[a.Length, b.Length];
    }
}
