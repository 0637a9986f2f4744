using System.Text;
using Causum.Domain.Sql;
using Causum.Integration.Guard.Differential;
using Causum.Properties.Sql;

namespace Causum.Fuzz;

/// <summary>What holds between the verdicts on related texts, in every dialect and without a server.</summary>
internal sealed class DialectRelations
{
    private const int Short = 64 * 1024;
    private const int Long = 16 * Short;

    /// <summary>A linear reading of the long text takes 16 times as long as of the short one; the rest is the machine's unrest.</summary>
    private const int MostTimes = 16 * 6;

    private static readonly TimeSpan Unrest = TimeSpan.FromMilliseconds(100);

    public List<Find> Finds { get; } = [];

    public int Checked { get; private set; }

    public int Timed { get; private set; }

    public void Check(SqlDialect dialect, string text, int seed)
    {
        Checked++;
        if (Broken(dialect, text, seed) is not { } relation)
            return;
        var small = Shrinking
            .ShrinkAsync(dialect, text, candidate => Task.FromResult(Broken(dialect, candidate, seed) == relation))
            .GetAwaiter()
            .GetResult();
        Finds.Add(new(dialect, "statement_not_allowed", small, relation));
    }

    /// <summary>A piece of text again and again, so that whatever looks back or ahead does so very often.</summary>
    public void CheckTime(SqlDialect dialect, Vocabulary vocabulary, Random choice)
    {
        Timed++;
        var parts = TextParts.Of(dialect, vocabulary.Reads[choice.Next(vocabulary.Reads.Count)]);
        var piece = new StringBuilder();
        for (var i = choice.Next(1, 5); i > 0; i--)
            piece.Append(
                choice.Next(2) == 0
                    ? parts[choice.Next(parts.Count)]
                    : Disguises.Odds[choice.Next(Disguises.Odds.Length)]
            );
        var (opening, closing) = choice.Next(3) == 0 ? ("(", ")" + piece) : (piece.ToString(), "");
        string Of(int length)
        {
            var times = length / Math.Max(1, opening.Length + closing.Length);
            return "SELECT " + Repeated(opening, times) + " 1 " + Repeated(closing, times);
        }
        var (small, large) = (Of(Short), Of(Long - 64));
        for (var tries = 0; ; tries++)
        {
            var few = EmbeddedClock.Cost(() => Allows(dialect, small));
            var many = EmbeddedClock.Cost(() => Allows(dialect, large));
            if (many <= few * MostTimes + Unrest)
                return;
            if (tries < 3)
                continue;
            Finds.Add(
                new(
                    dialect,
                    "too_long",
                    Of(200),
                    $"takes {few} for {small.Length} and {many} for {large.Length} characters"
                )
            );
            return;
        }
    }

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string? Broken(SqlDialect dialect, string text, int seed)
    {
        if (string.Concat(TextParts.Of(dialect, text)) != text)
            return "the tokens do not put the text together again";
        var (sql, choice) = (new GuardCase(dialect, "", text), new Random(seed));
        var allowed = Allows(dialect, text);
        if (allowed && Allows(dialect, text + "\n;\nDELETE FROM people"))
            return "a second statement is allowed";
        if (DependsOnGaps(text))
            return null;
        if (Allows(dialect, Rewriting.Pad(sql, choice)) != allowed)
            return $"{Was(allowed)}, and is not with more white space and comments";
        if (Allows(dialect, Rewriting.Recase(sql, choice)) != allowed)
            return $"{Was(allowed)}, and is not in another letter case";
        if (!allowed && IsBalanced(dialect, text) && Allows(dialect, $"({text})"))
            return "was refused, and is not in parentheses";
        return null;
    }

    private static string Was(bool allowed) => allowed ? "was allowed" : "was refused";

    private static bool Allows(SqlDialect dialect, string text) => ReadOnlyGuard.Check(dialect, text).IsRight;

    /// <summary>GO and / act when they are alone on a line, and MySQL's <c>--(</c> is no comment while <c>-- (</c> is one.</summary>
    private static bool DependsOnGaps(string text) =>
        text.Contains("--(", StringComparison.Ordinal)
        || text.Split('\n')
            .Any(line => line.Trim() is "/" || line.Trim().StartsWith("GO", StringComparison.OrdinalIgnoreCase));

    /// <summary>Parentheses around <c>1) UNION (SELECT 2</c> make another text of it.</summary>
    private static bool IsBalanced(SqlDialect dialect, string text)
    {
        var depth = 0;
        foreach (var part in TextParts.Of(dialect, text))
        {
            depth += part switch
            {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            if (depth < 0)
                return false;
        }
        return depth == 0;
    }
}
